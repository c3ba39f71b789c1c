// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ;name=value} list of a URI or a header value, read from its bytes at each question:
 * lists are short, and most are never asked. Immutable.
 */
public final class Parameters implements Iterable<Parameter> {

  /** No parameters. */
  public static final Parameters NONE = new Parameters(new byte[0], 0, 0);

  private final byte[] array;
  private final int from;
  private final int to;

  /**
   * @param from at the first semicolon, or at {@code to} when there are no parameters
   */
  Parameters(byte[] array, int from, int to) {
    this.array = array;
    this.from = from;
    this.to = to;
  }

  public boolean isEmpty() {
    return !new ParameterScan(array, from, to).next();
  }

  /** Whether there is a parameter of this name, in any case, with or without a value. */
  public boolean has(String name) {
    return find(name) != null;
  }

  /** The value of the first parameter of this name as written; null when absent or without one. */
  public @Nullable String value(String name) {
    ParameterScan found = find(name);
    return found == null ? null : found.value();
  }

  /** The value without the quotes and backslashes of a quoted string; null as {@link #value}. */
  public @Nullable String unquoted(String name) {
    String value = value(name);
    return value == null ? null : Quoted.unquote(value);
  }

  /** The bytes of the value of the first parameter of this name; null as {@link #value}. */
  public @Nullable Octets octets(String name) {
    ParameterScan found = find(name);
    return found == null || found.valueFrom < 0
        ? null
        : new Octets(array, found.valueFrom, found.valueTo - found.valueFrom);
  }

  private @Nullable ParameterScan find(String name) {
    ParameterScan scan = new ParameterScan(array, from, to);
    while (scan.next()) {
      if (Ascii.equalsIgnoreCase(array, scan.nameFrom, scan.nameTo, name)) {
        return scan;
      }
    }
    return null;
  }

  @Override
  public Iterator<Parameter> iterator() {
    ParameterScan scan = new ParameterScan(array, from, to);
    return new Iterator<>() {
      private boolean more = scan.next();

      @Override
      public boolean hasNext() {
        return more;
      }

      @Override
      public Parameter next() {
        if (!more) {
          throw new NoSuchElementException();
        }
        Parameter parameter = new Parameter(scan.name(), scan.value());
        more = scan.next();
        return parameter;
      }
    };
  }

  /** The list as it was written, with its leading semicolon; empty without parameters. */
  @Override
  public String toString() {
    return Ascii.text(array, from, to);
  }
}
