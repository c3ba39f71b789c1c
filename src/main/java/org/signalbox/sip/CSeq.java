// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/**
 * The value of CSeq (RFC 3261 §20.16).
 *
 * @param number 0 to 2^32 - 1; RFC 3261 §8.1.1.5 allows the lower half
 * @param method as written; one of {@link Method} is that constant's name
 */
public record CSeq(long number, String method) implements ParsedValue {

  private static final long MAX = 0xffff_ffffL;

  /** The known method it names. */
  public Method known() {
    return Method.of(method);
  }

  static ParsedValue read(byte[] a, int from, int to) {
    int end = HostReader.portEnd(a, from, to);
    long number = Ascii.number(a, from, end, MAX);
    if (number < 0) {
      return new ParseProblem(from, "CSeq does not begin with a number below 2^32");
    }
    int method = Ascii.skipSpace(a, end, to);
    if (method == end || !Ascii.isToken(a, method, to)) {
      return new ParseProblem(method, "CSeq does not name a method behind its number");
    }
    return new CSeq(number, methodName(a, method, to));
  }

  /** The name of a method without a new String for the known ones. */
  static String methodName(byte[] a, int from, int to) {
    Method known = Method.of(a, from, to);
    return known == Method.OTHER ? Ascii.text(a, from, to) : known.name();
  }

  /** As it stands in the header. */
  @Override
  public String toString() {
    return number + " " + method;
  }
}
