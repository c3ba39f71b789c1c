// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings while they are put together. Not thread-safe. */
final class SettingsDraft {
  private final PingSettings base;
  Duration interval;
  int deleteCounter;
  SuccessCodes successes;
  int ups;
  int downs;
  boolean unsendableIsDown;
  int flapLimit;
  Duration flapWindow;
  String method;
  String from;
  String headers;
  int maxForwards;
  String proxy;
  String socket;
  Duration timeout;
  boolean eachTarget;
  int jitter;
  Duration doubt;
  Duration down;
  String group;
  boolean maintenance;

  SettingsDraft(PingSettings from) {
    this.base = from;
    this.interval = from.interval();
    this.deleteCounter = from.deleteCounter();
    this.successes = from.policy().successes();
    this.ups = from.policy().ups();
    this.downs = from.policy().downs();
    this.unsendableIsDown = from.policy().unsendableIsDown();
    this.flapLimit = from.policy().flapLimit();
    this.flapWindow = from.policy().flapWindow();
    this.method = from.form().method();
    this.from = from.form().from();
    this.headers = from.form().headers();
    this.maxForwards = from.form().maxForwards();
    this.proxy = from.way().proxy();
    this.socket = from.way().socket();
    this.timeout = from.way().timeout();
    this.eachTarget = from.way().eachTarget();
    this.jitter = from.pace().jitter();
    this.doubt = from.pace().doubt();
    this.down = from.pace().down();
    this.group = from.group();
    this.maintenance = from.maintenance();
  }

  /**
   * Takes a setting.
   *
   * @return what is wrong with it, or null
   */
  @Nullable String take(String name, String value) {
    Setting setting = Setting.named(name);
    return setting == null ? "there is no such setting" : setting.read(this, value);
  }

  /** What was put together; what does not differ is shared with what it began with. */
  PingSettings settings() {
    return new PingSettings(
        interval,
        deleteCounter,
        shared(
            base.policy(),
            new HealthPolicy(successes, ups, downs, unsendableIsDown, flapLimit, flapWindow)),
        shared(base.form(), new PingForm(method, from, headers, maxForwards)),
        shared(base.way(), new PingWay(proxy, socket, timeout, eachTarget)),
        shared(base.pace(), new Pace(jitter, doubt, down)),
        group,
        maintenance);
  }

  private static <T> T shared(T base, T made) {
    return base.equals(made) ? base : made;
  }
}
