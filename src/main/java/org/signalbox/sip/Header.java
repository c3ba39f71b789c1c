// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.List;

/** One header field of a message: a line with its continuations. A view, made when asked for. */
public final class Header {

  private final byte[] array;
  private final HeaderIndex index;
  private final int position;

  Header(byte[] array, HeaderIndex index, int position) {
    this.array = array;
    this.index = index;
    this.position = position;
  }

  public HeaderType type() {
    return index.type(position);
  }

  /** The name as written, long or compact; empty for {@link HeaderType#MALFORMED}. */
  public String name() {
    return type() == HeaderType.MALFORMED
        ? ""
        : Ascii.text(array, index.start(position), index.nameEnd(position));
  }

  /** Whether this is a header of that name, in any case, long or compact. */
  public boolean named(String name) {
    return index.named(array, position, HeaderType.of(name), name);
  }

  /** The value without blanks around it, each fold as one blank. */
  public String value() {
    return Folding.text(array, index.valueStart(position), index.valueEnd(position));
  }

  /** The bytes of the value as received, folds included, without blanks around it. */
  public Octets octets() {
    int from = index.valueStart(position);
    return new Octets(array, from, index.valueEnd(position) - from);
  }

  /** As {@link #octets}, but with the blanks before the line end. */
  public Octets untrimmed() {
    int from = index.valueStart(position);
    int to = end();
    to -= to > from && array[to - 1] == '\n' ? 1 : 0;
    to -= to > from && array[to - 1] == '\r' ? 1 : 0;
    return new Octets(array, from, to - from);
  }

  /** The bytes of the whole field with its line end. */
  public Octets line() {
    return new Octets(array, start(), end() - start());
  }

  /** The values between commas for a header that is a list, else the one value. */
  public List<String> values() {
    if (!type().list()) {
      return List.of(value());
    }
    List<String> values = new ArrayList<>();
    ValueReader.split(array, index.valueStart(position), index.valueEnd(position), values);
    return values;
  }

  /** Offset of the first byte of the name in the array of the message. */
  public int start() {
    return index.start(position);
  }

  /** Offset behind the line end, where the next header begins. */
  public int end() {
    return index.start(position + 1);
  }

  /** {@code Name: value}, for diagnostics. */
  @Override
  public String toString() {
    return name() + ": " + value();
  }
}
