// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a destination is pinged; one instance is shared by all destinations that are pinged alike.
 *
 * @param interval between two pings, from 0; zero means one ping and no more
 * @param deleteCounter pings stop once more failures than this stand in a row; 0 or less: never
 * @param policy what is made of their results
 * @param form what they look like
 * @param way where they go and come from
 * @param pace when they deviate from the interval
 * @param group whom it belongs together with; empty for nobody
 * @param maintenance whether nobody is told of changes
 */
public record PingSettings(
    Duration interval,
    int deleteCounter,
    HealthPolicy policy,
    PingForm form,
    PingWay way,
    Pace pace,
    String group,
    boolean maintenance) {

  /** Kamailio's defaults. */
  public static final PingSettings DEFAULT =
      new PingSettings(
          Duration.ofSeconds(30),
          5,
          HealthPolicy.DEFAULT,
          PingForm.DEFAULT,
          PingWay.DEFAULT,
          Pace.EVEN,
          "",
          false);

  /**
   * The same with some of its own; those that mean nothing are left out.
   *
   * @param own values by name
   */
  public PingSettings with(Map<String, String> own) {
    if (own.isEmpty()) {
      return this;
    }
    SettingsDraft draft = new SettingsDraft(this);
    own.forEach(draft::take);
    return draft.settings();
  }

  /** All of them by name, as {@code modparam} and REST write them. */
  public Map<String, String> byName() {
    Map<String, String> all = new TreeMap<>();
    SettingsDraft draft = new SettingsDraft(this);
    Setting.ALL.forEach(setting -> all.put(setting.name(), setting.text(draft)));
    return all;
  }

  boolean once() {
    return interval.isZero();
  }

  boolean givesUpAfter(int failures) {
    return deleteCounter > 0 && failures > deleteCounter;
  }
}
