// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits in order of their offsets, those of one offset in order of the calls. Adding behind the
 * last one, which is what loops over a message do, costs the same however many there are.
 */
final class EditList {

  private final List<Edit> edits;

  EditList() {
    edits = new ArrayList<>(4);
  }

  private EditList(List<Edit> edits) {
    this.edits = edits;
  }

  EditList copy() {
    List<Edit> same = new ArrayList<>(edits.size() + 4);
    same.addAll(edits);
    return new EditList(same);
  }

  int size() {
    return edits.size();
  }

  void add(Edit edit) {
    edits.add(firstBehind(edit.offset()), edit);
  }

  /** Index of the first edit at an offset greater than this. */
  private int firstBehind(int offset) {
    int low = 0;
    int high = edits.size();
    if (high == 0 || edits.get(high - 1).offset() <= offset) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).offset() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Index of the edit that removes or replaces exactly this range, or -1. */
  private int indexOf(int from, int to, boolean replacing) {
    for (int i = firstBehind(from) - 1; i >= 0 && edits.get(i).offset() == from; i--) {
      Edit edit = edits.get(i);
      if (edit.end() == to && (edit.text() != null) == replacing) {
        return i;
      }
    }
    return -1;
  }

  /** Whether exactly this range is removed. */
  boolean removesExactly(int from, int to) {
    return indexOf(from, to, false) >= 0;
  }

  /** The text that replaces exactly this range, or null. */
  @Nullable LateText replacement(int from, int to) {
    int i = from < to ? indexOf(from, to, true) : -1;
    return i < 0 ? null : edits.get(i).text();
  }

  /** Forgets the replacement of exactly this range. */
  void forgetReplacement(int from, int to) {
    int i = from < to ? indexOf(from, to, true) : -1;
    if (i >= 0) {
      edits.remove(i);
    }
  }

  /** Forgets one that says the same. */
  void forget(Edit edit) {
    edits.remove(edit);
  }

  /** Forgets those at or behind {@code offset}. */
  void forgetFrom(int offset) {
    edits.removeIf(edit -> edit.offset() >= offset);
  }

  void clear() {
    edits.clear();
  }

  /** Whether an edit at or behind {@code offset} exists. */
  boolean reaches(int offset) {
    return !edits.isEmpty() && edits.get(edits.size() - 1).offset() >= offset;
  }

  /** Whether the range is removed, alone or as a part of a larger one. */
  boolean removes(int from, int to) {
    for (Edit edit : edits) {
      if (edit.offset() <= from && edit.end() >= to && edit.text() == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes the bytes from {@code from} to {@code to} with the edits from there to there applied.
   * Text strictly inside a removed range is dropped, text at its two ends stays.
   */
  void write(byte[] a, int from, int to, Departure departure, OutputBuffer out) {
    int at = from;
    int removedFrom = -1;
    for (int i = firstBehind(from - 1); i < edits.size() && edits.get(i).offset() <= to; i++) {
      Edit edit = edits.get(i);
      int offset = edit.offset();
      boolean inside = offset < at && offset != removedFrom;
      if (offset > at) {
        out.append(a, at, offset - at);
        at = offset;
      }
      if (edit.text() != null && !inside) {
        edit.text().writeTo(out, departure);
      }
      if (edit.end() > at) {
        removedFrom = inside ? removedFrom : offset;
        at = Math.min(edit.end(), to);
      }
    }
    out.append(a, at, to - at);
  }
}
