// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Formats a time as C's {@code strftime} does in the C locale, with the extensions of the C library
 * of Linux: flags {@code _ - 0 ^} and widths (transformations.md §2 {@code ftime}, variables.md
 * {@code $timef}).
 */
public final class TimeFormat {
  private final String format;
  private final ZonedDateTime time;
  private final StringBuilder out = new StringBuilder();
  private int at;

  /** The padding that a flag asks for: {@code '_'}, {@code '-'}, {@code '0'}, or 0 without one. */
  private char padding;

  private boolean upper;
  private int width;

  private TimeFormat(String format, ZonedDateTime time) {
    this.format = format;
    this.time = time;
  }

  /** The time in the given format; an unknown conversion stays as written. */
  public static String format(String format, ZonedDateTime time) {
    return new TimeFormat(format, time).formatted();
  }

  private String formatted() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0 || percent == format.length() - 1) {
        return out.append(format, at, format.length()).toString();
      }
      out.append(format, at, percent);
      at = percent + 1;
      flags();
      if (at >= format.length()) {
        return out.append(format, percent, format.length()).toString();
      }
      int from = out.length();
      if (!calendar(format.charAt(at)) && !clock(format.charAt(at))) {
        out.append(format, percent, at + 1);
      }
      at++;
      if (upper) {
        out.replace(from, out.length(), out.substring(from).toUpperCase(Locale.ROOT));
      }
    }
    return out.toString();
  }

  private void flags() {
    padding = 0;
    upper = false;
    width = 0;
    while (at < format.length() && "_-0^#EO".indexOf(format.charAt(at)) >= 0) {
      char flag = format.charAt(at++);
      upper |= flag == '^';
      padding = "_-0".indexOf(flag) >= 0 ? flag : padding;
    }
    while (at < format.length() && Character.isDigit(format.charAt(at)) && width < 100) {
      width = 10 * width + format.charAt(at++) - '0';
    }
  }

  private boolean calendar(char conversion) {
    switch (conversion) {
      case 'a' -> out.append(weekday(TextStyle.SHORT));
      case 'A' -> out.append(weekday(TextStyle.FULL));
      case 'b', 'h' -> out.append(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      case 'B' -> out.append(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case 'C' -> number(Math.floorDiv(time.getYear(), 100), 2, '0');
      case 'd' -> number(time.getDayOfMonth(), 2, '0');
      case 'D', 'x' -> nested("%m/%d/%y");
      case 'e' -> number(time.getDayOfMonth(), 2, '_');
      case 'F' -> nested("%Y-%m-%d");
      case 'g' -> number(Math.floorMod(time.get(IsoFields.WEEK_BASED_YEAR), 100), 2, '0');
      case 'G' -> number(time.get(IsoFields.WEEK_BASED_YEAR), 4, '0');
      case 'j' -> number(time.getDayOfYear(), 3, '0');
      case 'm' -> number(time.getMonthValue(), 2, '0');
      case 'u' -> number(time.getDayOfWeek().getValue(), 1, '0');
      case 'U' -> number((time.getDayOfYear() + 6 - sundays()) / 7, 2, '0');
      case 'V' -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
      case 'w' -> number(sundays(), 1, '0');
      case 'W' -> number((time.getDayOfYear() + 6 - (sundays() + 6) % 7) / 7, 2, '0');
      case 'y' -> number(Math.floorMod(time.getYear(), 100), 2, '0');
      case 'Y' -> number(time.getYear(), 1, '0');
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean clock(char conversion) {
    switch (conversion) {
      case 'c' -> nested("%a %b %e %H:%M:%S %Y");
      case 'H' -> number(time.getHour(), 2, '0');
      case 'I' -> number(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, '0');
      case 'k' -> number(time.getHour(), 2, '_');
      case 'l' -> number(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, '_');
      case 'M' -> number(time.getMinute(), 2, '0');
      case 'n' -> out.append('\n');
      case 'p' -> out.append(time.getHour() < 12 ? "AM" : "PM");
      case 'P' -> out.append(time.getHour() < 12 ? "am" : "pm");
      case 'r' -> nested("%I:%M:%S %p");
      case 'R' -> nested("%H:%M");
      case 's' -> number(time.toEpochSecond(), 1, '0');
      case 'S' -> number(time.getSecond(), 2, '0');
      case 't' -> out.append('\t');
      case 'T', 'X' -> nested("%H:%M:%S");
      case 'z' -> offset();
      case 'Z' -> out.append(zoneName());
      case '%' -> out.append('%');
      default -> {
        return false;
      }
    }
    return true;
  }

  private void nested(String inner) {
    out.append(format(inner, time));
  }

  /** Days since Sunday. */
  private int sundays() {
    return time.getDayOfWeek().getValue() % 7;
  }

  private String weekday(TextStyle style) {
    return time.getDayOfWeek().getDisplayName(style, Locale.ENGLISH);
  }

  private void number(long value, int usualWidth, char usualPadding) {
    char pad = padding == 0 ? usualPadding : padding;
    String digits = Long.toString(Math.abs(value));
    int wanted = pad == '-' ? 0 : Math.max(usualWidth, width);
    int missing = Math.max(0, wanted - digits.length() - (value < 0 ? 1 : 0));
    if (pad == '_') {
      out.append(" ".repeat(missing));
    }
    out.append(value < 0 ? "-" : "");
    if (pad == '0') {
      out.append("0".repeat(missing));
    }
    out.append(digits);
  }

  private void offset() {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    out.append(minutes < 0 ? '-' : '+');
    int shown = Math.abs(minutes);
    out.append((char) ('0' + shown / 600)).append((char) ('0' + shown / 60 % 10));
    out.append((char) ('0' + shown % 60 / 10)).append((char) ('0' + shown % 10));
  }

  private String zoneName() {
    boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
    return TimeZone.getTimeZone(time.getZone()).getDisplayName(summer, TimeZone.SHORT, Locale.ROOT);
  }
}
