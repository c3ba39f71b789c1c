// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;

/**
 * A cell for one value of a script (variables.md §1.1): null, a number, a text, or a text that also
 * carries a number. Reused instead of allocated: who reads a cell takes what it needs at once.
 *
 * <p>Texts are bytes, one character each. One thread.
 */
public final class Cell {

  /** What a cell holds. */
  public enum Kind {
    /** Nothing: an absent header, an unset variable. */
    NULL,
    /** A native number: it adds up. */
    NUMBER,
    /** A text, with or without a number besides. */
    TEXT,
    /** The reading failed: like nothing, but it cannot be assigned and prints nothing. */
    FAILED
  }

  private Kind kind = Kind.NULL;
  private boolean numeric;
  private long number;
  private @Nullable String text;

  /** What it holds. */
  public Kind kind() {
    return kind;
  }

  /** Whether it holds a number or a text. */
  public boolean isPresent() {
    return kind == Kind.NUMBER || kind == Kind.TEXT;
  }

  /** Bytes of its text; 0 when it has none. */
  int length() {
    return text == null ? 0 : text.length();
  }

  /** Makes it null. */
  public void clear() {
    kind = Kind.NULL;
    numeric = false;
    text = null;
  }

  /** Says that the reading failed. */
  public void fail() {
    clear();
    kind = Kind.FAILED;
  }

  /** Makes it a native number. */
  public void set(long value) {
    kind = Kind.NUMBER;
    numeric = true;
    number = value;
    text = null;
  }

  /** Makes it a text, or null for null. */
  public void set(@Nullable String value) {
    kind = value == null ? Kind.NULL : Kind.TEXT;
    numeric = false;
    text = value;
  }

  /** Makes it a text that also carries a number. */
  public void set(String value, long alike) {
    kind = Kind.TEXT;
    numeric = true;
    number = alike;
    text = value;
  }

  /** Makes it hold a value as transformations know it. */
  public void set(Value value) {
    if (value.failed()) {
      fail();
    } else if (value.isNull()) {
      clear();
    } else if (value.isInteger()) {
      set(value.number());
      text = value.text();
    } else if (value.hasNumber()) {
      set(value.text(), value.number());
    } else {
      set(value.text());
    }
  }

  /** What it holds, as transformations know it. */
  public Value value() {
    return switch (kind) {
      case NULL -> Value.NULL;
      case FAILED -> Value.FAILED;
      case NUMBER -> text == null ? Value.of(number) : Value.integer(text, number);
      case TEXT -> numeric ? Value.numbered(text(), number) : Value.of(text());
    };
  }

  /** Makes it hold what another holds. */
  public void copy(Cell other) {
    kind = other.kind;
    numeric = other.numeric;
    number = other.number;
    text = other.text;
  }

  /** Whether {@link #number} means something. */
  public boolean isNumeric() {
    return numeric;
  }

  /** Its number; 0 when it has none. */
  public long number() {
    return numeric ? number : 0;
  }

  /** Its number, or that of a text of decimal digits with or without a sign; else another. */
  public long numberOr(long otherwise) {
    if (numeric) {
      return number;
    }
    return text == null ? otherwise : Conversion.decimal(text, otherwise);
  }

  /** Its text, the digits of a native number, or an empty text for nothing. */
  public String text() {
    if (kind == Kind.NUMBER && text == null) {
      return Long.toString(number);
    }
    return text == null ? "" : text;
  }
}
