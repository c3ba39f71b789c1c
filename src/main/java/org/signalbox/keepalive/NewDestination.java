// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.AddOutcome.Cause;
import org.signalbox.keepalive.AddOutcome.Refused;

/**
 * A destination to be added, with what the guide's in-process API lets a caller say about it.
 *
 * @param uri with or without scheme, or {@code proto:host:port}
 * @param owner who asks for it; half of its identity
 * @param settings by name, those that differ from the configuration file's; see {@link Setting}
 * @param onStateChange told of each change; null for nobody
 * @param onResponse told of each finished ping; null for nobody
 * @param user handed to both callbacks
 */
public record NewDestination(
    String uri,
    String owner,
    Map<String, String> settings,
    @Nullable StateChangeCallback onStateChange,
    @Nullable ResponseCallback onResponse,
    @Nullable Object user) {

  private static final int LONGEST_OWNER = 256;

  public NewDestination {
    settings = Map.copyOf(settings);
  }

  /** A destination with nothing said about it. */
  public static NewDestination of(String uri, String owner) {
    return new NewDestination(uri, owner, Map.of(), null, null, null);
  }

  /** The same with an interval of its own; zero for a single ping. */
  public NewDestination every(Duration interval) {
    return with(Setting.INTERVAL, Setting.text(interval));
  }

  /** The same with a setting of its own. */
  public NewDestination with(String setting, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(setting, value);
    return new NewDestination(uri, owner, more, onStateChange, onResponse, user);
  }

  /** The same with somebody who hears of changes. */
  public NewDestination onStateChange(StateChangeCallback callback) {
    return new NewDestination(uri, owner, settings, callback, onResponse, user);
  }

  /** The same with somebody who hears of every finished ping. */
  public NewDestination onResponse(ResponseCallback callback) {
    return new NewDestination(uri, owner, settings, onStateChange, callback, user);
  }

  /** The same with something for the callbacks. */
  public NewDestination withUser(Object user) {
    return new NewDestination(uri, owner, settings, onStateChange, onResponse, user);
  }

  /**
   * Why it cannot be watched, or null.
   *
   * @param normal what became of its URI
   */
  @Nullable Refused problem(@Nullable String normal) {
    if (normal == null) {
      return new Refused(Cause.BAD_URI, "this is not a SIP URI that can be pinged");
    }
    if (owner.length() > LONGEST_OWNER) {
      return new Refused(
          Cause.BAD_OWNER, "the owner is longer than " + LONGEST_OWNER + " characters");
    }
    if (owner.chars().anyMatch(Character::isISOControl)) {
      return new Refused(Cause.BAD_OWNER, "the owner contains control characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(owner)) {
      return new Refused(Cause.BAD_OWNER, "the owner contains half a character");
    }
    SettingsDraft draft = new SettingsDraft(PingSettings.DEFAULT);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String problem = draft.take(setting.getKey(), setting.getValue());
      if (problem != null) {
        return setting.getKey().equals(Setting.INTERVAL)
            ? new Refused(Cause.BAD_INTERVAL, "the interval: " + problem)
            : new Refused(Cause.BAD_SETTING, setting.getKey() + ": " + problem);
      }
    }
    return null;
  }
}
