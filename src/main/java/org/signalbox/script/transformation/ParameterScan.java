// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.jspecify.annotations.Nullable;

/**
 * Walks over {@code name=value;name;name="quoted;value"} (transformations.md §4). A comma outside
 * quotes ends the list, and one separator at its end counts for nothing. For one thread.
 */
final class ParameterScan {
  private final String text;
  private final char separator;
  private final int end;
  private int at;
  private boolean done;
  private boolean broken;
  private int nameStart;
  private int nameEnd;
  private int valueStart;
  private int valueEnd;
  private int itemEnd;

  ParameterScan(String text, char separator) {
    this.text = text;
    this.separator = separator;
    int last = text.length() - 1;
    this.end = last >= 0 && text.charAt(last) == separator ? last : text.length();
    this.broken = onlySeparators();
    this.done = broken;
  }

  private boolean onlySeparators() {
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) != separator) {
        return false;
      }
    }
    return true;
  }

  /** Moves to the next item; false behind the last one and where the list is broken. */
  boolean next() {
    if (done) {
      return false;
    }
    skipBlanks();
    nameStart = at;
    while (at < end && !stops() && text.charAt(at) != '=') {
      at++;
    }
    nameEnd = at;
    valueStart = at;
    valueEnd = at;
    itemEnd = at;
    skipBlanks();
    if (at < end && text.charAt(at) == '=') {
      broken = at > nameEnd || !readValue();
      itemEnd = at;
      skipBlanks();
    }
    endItem();
    return !broken;
  }

  /** Reads what follows an equals sign; false when it is malformed. */
  private boolean readValue() {
    at++;
    char first = at < end ? text.charAt(at) : separator;
    if (first == '"') {
      return quoted();
    }
    valueStart = at;
    while (at < end && !stops()) {
      at++;
    }
    valueEnd = at;
    return first == separator || (first != '\'' && !isBlank(first));
  }

  private boolean quoted() {
    int close = text.indexOf('"', at + 1);
    if (close < 0 || close >= end) {
      return false;
    }
    valueStart = at + 1;
    valueEnd = close;
    at = close + 1;
    return text.indexOf('\\', valueStart) < 0 || text.indexOf('\\', valueStart) > close;
  }

  private void endItem() {
    if (at >= end || text.charAt(at) == ',') {
      done = true;
    } else if (text.charAt(at) == separator) {
      at++;
    } else {
      broken = true;
    }
    done |= broken;
  }

  private boolean stops() {
    char c = text.charAt(at);
    return c == separator || c == ',' || isBlank(c);
  }

  private void skipBlanks() {
    while (at < end && isBlank(text.charAt(at)) && text.charAt(at) != separator) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** Whether the list is malformed; known for certain when {@link #next} gave false. */
  boolean broken() {
    return broken;
  }

  /** Whether the item has this name, in any case. */
  boolean named(String name) {
    return nameEnd - nameStart == name.length()
        && text.regionMatches(true, nameStart, name, 0, name.length());
  }

  String name() {
    return text.substring(nameStart, nameEnd);
  }

  /** Without quotes; empty without one. */
  String value() {
    return text.substring(valueStart, valueEnd);
  }

  /** Where the item begins in the list. */
  int start() {
    return nameStart;
  }

  /** Behind the item's last character. */
  int end() {
    return itemEnd;
  }

  /** The value of a name, of several the last; empty without one, null when the list is broken. */
  static @Nullable String lastValue(String text, String name, char separator) {
    String found = "";
    ParameterScan scan = new ParameterScan(text, separator);
    while (scan.next()) {
      if (scan.named(name)) {
        found = scan.value();
      }
    }
    return scan.broken() ? null : found;
  }
}
