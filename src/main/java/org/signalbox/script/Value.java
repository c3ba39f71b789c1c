// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a variable, a transformation or an expression yields: null, a failure, a text, an integer,
 * or both at once (variables.md §1.1, transformations.md §1.2).
 *
 * <p>A text is a string of bytes: every char stands for one byte (ISO 8859-1), so that lengths and
 * offsets are Kamailio's whatever the encoding is. Immutable.
 */
public final class Value {
  /** How a value reads as an integer (script.md §7.1). */
  public enum Reading {
    NUMBER,
    NOT_A_NUMBER,
    OUT_OF_RANGE
  }

  private enum Kind {
    NULL,
    FAILED,
    TEXT,
    NUMBERED_TEXT,
    INTEGER
  }

  private static final int LEAST_SHARED = -128;
  private static final Value[] SHARED = new Value[2048];

  /** No value: an absent header, an unset AVP. */
  public static final Value NULL = new Value(Kind.NULL, "", 0);

  /** What is left of an evaluation that failed: prints nothing and cannot be assigned. */
  public static final Value FAILED = new Value(Kind.FAILED, "", 0);

  /** The text without bytes. */
  public static final Value EMPTY = new Value(Kind.TEXT, "", 0);

  static {
    for (int i = 0; i < SHARED.length; i++) {
      SHARED[i] = new Value(Kind.INTEGER, null, i + LEAST_SHARED);
    }
  }

  private final Kind kind;
  private final long number;
  private @Nullable String
      text; // an integer's is made on first use; benign race, all make the same

  private Value(Kind kind, @Nullable String text, long number) {
    this.kind = kind;
    this.text = text;
    this.number = number;
  }

  /** A text; its chars are bytes, 0 to 255. */
  public static Value of(String text) {
    return text.isEmpty() ? EMPTY : new Value(Kind.TEXT, text, 0);
  }

  /** An integer; small ones are shared. */
  public static Value of(long number) {
    return number >= LEAST_SHARED && number < LEAST_SHARED + SHARED.length
        ? SHARED[(int) number - LEAST_SHARED]
        : new Value(Kind.INTEGER, null, number);
  }

  /** An integer that prints as it was written: {@code +42}. */
  public static Value integer(String written, long number) {
    return new Value(Kind.INTEGER, written, number);
  }

  /** A text that also carries an integer, as {@code $rp}: it concatenates, and compares as both. */
  public static Value numbered(String text, long number) {
    return new Value(Kind.NUMBERED_TEXT, text, number);
  }

  /** Whether there is no value; also true of a failure. */
  public boolean isNull() {
    return kind == Kind.NULL || kind == Kind.FAILED;
  }

  /** Whether the evaluation failed. */
  public boolean failed() {
    return kind == Kind.FAILED;
  }

  /** Whether it is a native integer, one that {@code +} adds to. */
  public boolean isInteger() {
    return kind == Kind.INTEGER;
  }

  /** Whether it carries an integer part, native or beside its text. */
  public boolean hasNumber() {
    return kind == Kind.INTEGER || kind == Kind.NUMBERED_TEXT;
  }

  /** The bytes of the text; an integer in decimal; nothing without a value. */
  public String text() {
    String known = text;
    if (known == null) {
      known = Long.toString(number);
      text = known;
    }
    return known;
  }

  /** What a format string shows: as {@link #text}, but {@code <null>} for null. */
  public String shown() {
    return kind == Kind.NULL ? "<null>" : text();
  }

  /** The integer part, or the text as a number; 0 when {@link #reading} is no number. */
  public long number() {
    return kind == Kind.TEXT ? Numeral.value(text()) : number;
  }

  /** Whether {@link #number} says all there is to say; ask only when it is 0. */
  public Reading reading() {
    return kind == Kind.TEXT ? Numeral.reading(text()) : Reading.NUMBER;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Value that
        && kind == that.kind
        && number == that.number
        && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, number, text());
  }

  @Override
  public String toString() {
    return switch (kind) {
      case NULL, FAILED -> kind.name();
      case TEXT -> '"' + text() + '"';
      case NUMBERED_TEXT -> '"' + text() + "\" (" + number + ")";
      case INTEGER -> text();
    };
  }
}
