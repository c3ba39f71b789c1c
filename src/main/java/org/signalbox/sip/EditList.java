// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits in order of their offsets, those of one offset in order of the calls. The list is never
 * changed, only replaced, so that copies share it until one of them adds something.
 */
final class EditList {

  static final EditList EMPTY = new EditList(List.of());

  private final List<Edit> edits;

  private EditList(List<Edit> edits) {
    this.edits = edits;
  }

  int size() {
    return edits.size();
  }

  EditList plus(Edit edit) {
    List<Edit> more = new ArrayList<>(edits.size() + 4);
    more.addAll(edits);
    int at = more.size();
    while (at > 0 && more.get(at - 1).offset() > edit.offset()) {
      at--;
    }
    more.add(at, edit);
    return new EditList(more);
  }

  /** Without the replacements of exactly this range: the last one wins. */
  EditList without(int from, int to) {
    if (replacement(from, to) == null) {
      return this;
    }
    List<Edit> rest = new ArrayList<>(edits);
    rest.removeIf(edit -> edit.offset() == from && edit.end() == to && edit.text() != null);
    return new EditList(rest);
  }

  /** Without those that change bytes at or behind {@code from}. */
  EditList before(int from) {
    List<Edit> rest = new ArrayList<>(edits);
    rest.removeIf(edit -> edit.offset() >= from);
    return new EditList(rest);
  }

  @Nullable LateText replacement(int from, int to) {
    for (Edit edit : edits) {
      if (edit.offset() == from && edit.end() == to && from < to && edit.text() != null) {
        return edit.text();
      }
    }
    return null;
  }

  /** Whether an edit at or behind {@code from} exists. */
  boolean reaches(int from) {
    return !edits.isEmpty() && edits.get(edits.size() - 1).offset() >= from;
  }

  /** Whether the whole range is removed. */
  boolean removes(int from, int to) {
    for (Edit edit : edits) {
      if (edit.offset() <= from && edit.end() >= to && edit.text() == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes the bytes from {@code from} to {@code to} with the edits of that range applied; those at
   * {@code to} itself count when {@code inclusive}. Text strictly inside a removed range is
   * dropped, text at its two ends stays.
   */
  void write(byte[] a, int from, int to, boolean inclusive, Departure departure, OutputBuffer out) {
    int at = from;
    int removedFrom = -1;
    for (Edit edit : edits) {
      int offset = edit.offset();
      if (offset < from) {
        continue;
      }
      if (offset > to || (offset == to && !inclusive)) {
        break;
      }
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
