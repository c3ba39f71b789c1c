// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be said about how a destination is pinged, under one name everywhere: {@code
 * modparam} gives its default, REST and RPC set it for a destination, the journal remembers it.
 * Immutable.
 */
public final class Setting {
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final long SHORTEST = 100;
  private static final int LONGEST = 1024;

  /** All of them. */
  public static final List<Setting> ALL =
      List.of(
          seconds("ping_interval", d -> d.interval, (d, v) -> d.interval = v),
          number(
              "delete_counter",
              -10_000_000,
              10_000_000,
              d -> d.deleteCounter,
              (d, v) -> d.deleteCounter = v),
          text("success_codes", d -> d.successes.text(), Setting::successes),
          number("up_threshold", 1, 1000, d -> d.ups, (d, v) -> d.ups = v),
          number("down_threshold", 1, 1000, d -> d.downs, (d, v) -> d.downs = v),
          text("unsendable", d -> d.unsendableIsDown ? "down" : "unknown", Setting::unsendable),
          number("flap_limit", 0, ChangeHistory.MOST, d -> d.flapLimit, (d, v) -> d.flapLimit = v),
          number(
              "flap_window",
              1,
              86_400,
              d -> (int) d.flapWindow.toSeconds(),
              (d, v) -> d.flapWindow = Duration.ofSeconds(v)),
          text("ping_method", d -> d.method, Setting::method),
          text("ping_from", d -> d.from, Setting::from),
          text("ping_headers", d -> d.headers, Setting::headers),
          number("ping_max_forwards", 0, 255, d -> d.maxForwards, (d, v) -> d.maxForwards = v),
          number(
              "ping_timeout",
              0,
              600_000,
              d -> (int) d.timeout.toMillis(),
              (d, v) -> d.timeout = Duration.ofMillis(v)),
          text("outbound_proxy", d -> d.proxy, Setting::proxy),
          text("ping_socket", d -> d.socket, Setting::socket),
          number("each_target", 0, 1, d -> d.eachTarget ? 1 : 0, (d, v) -> d.eachTarget = v != 0),
          number("ping_jitter", 0, 50, d -> d.jitter, (d, v) -> d.jitter = v),
          seconds("doubt_interval", d -> d.doubt, (d, v) -> d.doubt = v),
          seconds("down_interval", d -> d.down, (d, v) -> d.down = v),
          text("group", d -> d.group, Setting::group),
          number(
              "maintenance", 0, 1, d -> d.maintenance ? 1 : 0, (d, v) -> d.maintenance = v != 0));

  private static final Map<String, Setting> BY_NAME = byName();

  private final String name;
  private final boolean numeric;
  private final Function<SettingsDraft, String> writing;
  private final Reading reading;

  private Setting(
      String name, boolean numeric, Function<SettingsDraft, String> writing, Reading reading) {
    this.name = name;
    this.numeric = numeric;
    this.writing = writing;
    this.reading = reading;
  }

  /** Takes a text into a draft. */
  @FunctionalInterface
  private interface Reading {
    /** What is wrong with it, or null. */
    @Nullable String read(SettingsDraft draft, String text);
  }

  /** Where it leaves from: part of the identity of a destination. */
  static final String SOCKET = "ping_socket";

  /** The time between two pings, which an in-process caller gives apart. */
  static final String INTERVAL = "ping_interval";

  /** A time as settings are written: seconds, with a fraction if need be. */
  static String text(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** The one of that name; null when there is none. */
  static @Nullable Setting named(String name) {
    return BY_NAME.get(name);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Whether its value is a number. */
  public boolean numeric() {
    return numeric;
  }

  /** Its value in a draft. */
  String text(SettingsDraft draft) {
    return writing.apply(draft);
  }

  /** Puts a value into a draft; what is wrong with it, or null. */
  @Nullable String read(SettingsDraft draft, String text) {
    return reading.read(draft, text);
  }

  private static Setting text(
      String name, Function<SettingsDraft, String> writing, Reading reading) {
    return new Setting(name, false, writing, reading);
  }

  private static Setting number(
      String name,
      int least,
      int most,
      Function<SettingsDraft, Integer> writing,
      BiConsumer<SettingsDraft, Integer> put) {
    return new Setting(
        name,
        true,
        draft -> writing.apply(draft).toString(),
        (draft, text) -> {
          if (text.matches("-?\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
              put.accept(draft, value);
              return null;
            }
          }
          return "it must be from " + least + " to " + most;
        });
  }

  /** Seconds, with a fraction where REST or an API says so. */
  private static Setting seconds(
      String name,
      Function<SettingsDraft, Duration> writing,
      BiConsumer<SettingsDraft, Duration> put) {
    return new Setting(
        name,
        true,
        draft -> text(writing.apply(draft)),
        (draft, text) -> {
          if (text.matches("\\d{1,7}(\\.\\d{1,3})?")) {
            long millis = new BigDecimal(text).movePointRight(3).longValueExact();
            if (millis == 0 || (millis >= SHORTEST && millis <= WEEK)) {
              put.accept(draft, Duration.ofMillis(millis));
              return null;
            }
          }
          return "it must be 0 or from 0.1 seconds to 7 days";
        });
  }

  private static @Nullable String successes(SettingsDraft draft, String text) {
    SuccessCodes codes = SuccessCodes.parse(text);
    if (codes == null) {
      return "it must be a list of codes, classes and ranges: 2xx,404,480-489";
    }
    draft.successes = codes;
    return null;
  }

  private static @Nullable String unsendable(SettingsDraft draft, String text) {
    if (!text.equals("down") && !text.equals("unknown")) {
      return "it must be down or unknown";
    }
    draft.unsendableIsDown = text.equals("down");
    return null;
  }

  private static @Nullable String method(SettingsDraft draft, String text) {
    if (!text.matches("[A-Z][A-Z0-9_-]{0,31}") || text.matches("INVITE|ACK|CANCEL|BYE")) {
      return "it must be a method in capitals that begins no call";
    }
    draft.method = text;
    return null;
  }

  private static @Nullable String from(SettingsDraft draft, String text) {
    if (DestinationUri.normal(text) == null) {
      return "it must be a SIP URI, and no more";
    }
    draft.from = text;
    return null;
  }

  private static @Nullable String proxy(SettingsDraft draft, String text) {
    String uri = text.isEmpty() ? "" : DestinationUri.normal(text);
    if (uri == null) {
      return "it must be a SIP URI";
    }
    draft.proxy = uri;
    return null;
  }

  private static @Nullable String socket(SettingsDraft draft, String text) {
    if (!text.matches("[\\w.:\\[\\]-]{0,100}")) {
      return "it must be the name or the address of a socket: udp:192.0.2.1:5060";
    }
    draft.socket = text;
    return null;
  }

  private static @Nullable String group(SettingsDraft draft, String text) {
    if (!text.matches("[\\w.:@-]{0,64}")) {
      return "it must be a word of letters, digits and . : @ - _";
    }
    draft.group = text;
    return null;
  }

  private static @Nullable String headers(SettingsDraft draft, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      if (!line.isEmpty()) {
        String header = line.strip();
        if (!header.matches("[\\w.!%*+`'~-]+ ?:[ -~]*")
            || header.matches(
                "(?i)(via|v|from|f|to|t|call-id|i|cseq|max-forwards|content-length|l) ?:.*")) {
          return "it must be header lines, without those that every ping has";
        }
        lines.add(header + "\r\n");
      }
    }
    String joined = String.join("", lines);
    if (joined.length() > LONGEST) {
      return "it is longer than " + LONGEST + " characters";
    }
    draft.headers = joined;
    return null;
  }

  private static Map<String, Setting> byName() {
    Map<String, Setting> byName = new LinkedHashMap<>();
    ALL.forEach(setting -> byName.put(setting.name, setting));
    return byName;
  }
}
