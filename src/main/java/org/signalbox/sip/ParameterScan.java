// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** Walks over a {@code ;name=value} list; {@link #next} moves to a parameter. */
final class ParameterScan {

  int nameFrom;
  int nameTo;

  /** -1 when the parameter has no equals sign. */
  int valueFrom;

  int valueTo;

  private final byte[] array;
  private final int to;
  private int at;

  ParameterScan(byte[] array, int from, int to) {
    this.array = array;
    this.at = from;
    this.to = to;
  }

  /** Moves to the next parameter; empty ones ({@code ;;}) are passed over. */
  boolean next() {
    while (at < to) {
      int start = array[at] == ';' ? at + 1 : at;
      int end = end(start);
      at = end;
      nameFrom = Ascii.skipSpace(array, start, end);
      int equals = Ascii.indexOf(array, nameFrom, end, '=');
      nameTo = Ascii.trimEnd(array, nameFrom, equals < 0 ? end : equals);
      valueFrom = equals < 0 ? -1 : Ascii.skipSpace(array, equals + 1, end);
      valueTo = equals < 0 ? -1 : Ascii.trimEnd(array, valueFrom, end);
      if (nameTo > nameFrom) {
        return true;
      }
    }
    return false;
  }

  /** Offset of the semicolon that ends the parameter beginning at {@code start}. */
  private int end(int start) {
    int i = start;
    while (i < to && array[i] != ';') {
      if (array[i] == '"') {
        int close = Quoted.end(array, i, to);
        i = close < 0 ? to : close;
      } else {
        i++;
      }
    }
    return i;
  }

  String name() {
    return Ascii.text(array, nameFrom, nameTo);
  }

  @Nullable String value() {
    return valueFrom < 0 ? null : Ascii.text(array, valueFrom, valueTo);
  }
}
