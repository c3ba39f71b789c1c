// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.script.TimeFormat;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.TextFormat;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.timer.TimeSource;

/** Now, and when this message first asked (variables.md §12). */
final class TimeVariables {
  private static final String CTIME = "%a %b %e %H:%M:%S %Y";
  private static final StateKey<First> FIRST = StateKey.ofRun(First::new);

  private final Port<TimeSource> clock;
  private final ZoneId zone;
  private @Nullable Instant start; // set before the first message

  TimeVariables(Port<TimeSource> clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** Notes that the server starts now. */
  void begin() {
    start = clock.get().instant();
  }

  VariableFamily family() {
    return VariableTable.builder()
        .number("TS", frame -> now().getEpochSecond())
        .number("Ts", frame -> first(frame).getEpochSecond())
        .text("TF", frame -> TimeFormat.format(CTIME, now().atZone(zone)))
        .text("Tf", frame -> TimeFormat.format(CTIME, first(frame).atZone(zone)))
        .number("Tb", frame -> started().getEpochSecond())
        .keyed("TV", timeval())
        .keyed("time", parts(zone))
        .keyed("utime", parts(ZoneOffset.UTC))
        .any("timef", (name, inner, index, resolver) -> formatted(name, inner, index, resolver))
        .any("utimef", (name, inner, index, resolver) -> formatted(name, inner, index, resolver))
        .build();
  }

  /** The instants that a message keeps. */
  private static final class First {
    @Nullable Instant instant;

    /** What {@code $TV(sn)} gave last. */
    @Nullable Instant latest;
  }

  private Instant now() {
    return clock.get().instant();
  }

  private Instant started() {
    Instant known = start;
    return known == null ? now() : known;
  }

  private Instant first(Frame frame) {
    First first = frame.state(FIRST);
    Instant known = first.instant;
    if (known == null) {
      known = now();
      first.instant = known;
    }
    return known;
  }

  private Keys timeval() {
    return new Keys()
        .number("s", frame -> first(frame).getEpochSecond())
        .number("u", frame -> micros(first(frame)))
        .number("sn", frame -> latest(frame, true).getEpochSecond())
        .number("un", frame -> micros(latest(frame, false)))
        .text("Sn", frame -> withMicros(latest(frame, true)));
  }

  private Instant latest(Frame frame, boolean anew) {
    First first = frame.state(FIRST);
    Instant known = first.latest;
    if (anew || known == null) {
      known = now();
      first.latest = known;
    }
    return known;
  }

  private static int micros(Instant instant) {
    return instant.get(ChronoField.MICRO_OF_SECOND);
  }

  private static String withMicros(Instant instant) {
    return "%d.%06d".formatted(instant.getEpochSecond(), micros(instant));
  }

  private interface Part {
    int of(ZonedDateTime time);
  }

  private Keys parts(ZoneId where) {
    return new Keys()
        .any("sec", part(where, ZonedDateTime::getSecond))
        .any("min", part(where, ZonedDateTime::getMinute))
        .any("hour", part(where, ZonedDateTime::getHour))
        .any("mday", part(where, ZonedDateTime::getDayOfMonth))
        .any("mon", part(where, ZonedDateTime::getMonthValue))
        .any("year", part(where, ZonedDateTime::getYear))
        .any("wday", part(where, time -> time.getDayOfWeek().getValue() % 7 + 1))
        .any("yday", part(where, ZonedDateTime::getDayOfYear))
        .any("isdst", part(where, TimeVariables::summer));
  }

  private Variable part(ZoneId where, Part part) {
    return (frame, into) -> into.set(part.of(now().atZone(where)));
  }

  private static int summer(ZonedDateTime time) {
    return time.getZone().getRules().isDaylightSavings(time.toInstant()) ? 1 : 0;
  }

  private Variable formatted(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    if (index.given()) {
      throw new Unresolvable("$" + name + " does not get index param");
    }
    ZoneId where = name.startsWith("u") ? ZoneOffset.UTC : zone;
    TextFormat format = resolver.format(VariableFamily.inner(name, inner));
    return (frame, into) -> into.set(TimeFormat.format(format.text(frame), now().atZone(where)));
  }
}
