// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** Where the parts of one start line stand (RFC 3261 §7.1, §7.2); written once by {@link #read}. */
final class StartLine {

  static final String VERSION = "SIP/2.0";
  static final String HTTP = "HTTP/1.";

  /** Whether it is a status line. */
  boolean status;

  /** Behind the method, or behind the status code. */
  int firstTo;

  /** The status code, 100 to 699. */
  int code;

  /** The Request-URI, or the reason phrase. */
  int secondFrom;

  int secondTo;
  int versionFrom;
  int versionTo;

  /** Behind the line end. */
  int end;

  @Nullable ParseProblem read(byte[] a, int from, int to) {
    int lf = Ascii.indexOf(a, from, to, '\n');
    if (lf < 0) {
      return new ParseProblem(from, "the start line has no end");
    }
    end = lf + 1;
    int lineTo = Ascii.trimEnd(a, from, lf);
    status = Ascii.startsWithIgnoreCase(a, from, lineTo, "SIP/");
    return status
        ? readStatus(a, from, lineTo)
        : readRequest(a, from, lineTo, VERSION, VERSION.length());
  }

  /** Reads a request line of HTTP/1.x. */
  @Nullable ParseProblem readHttp(byte[] a, int from, int to) {
    int lf = Ascii.indexOf(a, from, to, '\n');
    if (lf < 0) {
      return new ParseProblem(from, "the start line has no end");
    }
    end = lf + 1;
    return readRequest(a, from, Ascii.trimEnd(a, from, lf), HTTP, HTTP.length() + 1);
  }

  private @Nullable ParseProblem readRequest(
      byte[] a, int from, int to, String version, int versionLength) {
    firstTo = from;
    while (firstTo < to && Ascii.isToken(a[firstTo])) {
      firstTo++;
    }
    if (firstTo == from || firstTo == to || !Ascii.isBlank(a[firstTo])) {
      return new ParseProblem(firstTo, "the start line does not begin with a method");
    }
    versionTo = to;
    versionFrom = to;
    while (versionFrom > firstTo && !Ascii.isBlank(a[versionFrom - 1])) {
      versionFrom--;
    }
    if (!Ascii.startsWithIgnoreCase(a, versionFrom, to, version)
        || to - versionFrom != versionLength) {
      return new ParseProblem(versionFrom, "the request line does not end with " + version);
    }
    secondFrom = Ascii.skipSpace(a, firstTo, versionFrom);
    secondTo = Ascii.trimEnd(a, secondFrom, versionFrom);
    return secondFrom == secondTo
        ? new ParseProblem(secondFrom, "the request line has no Request-URI")
        : null;
  }

  private @Nullable ParseProblem readStatus(byte[] a, int from, int to) {
    versionFrom = from;
    versionTo = from + VERSION.length();
    if (versionTo >= to
        || !Ascii.equalsIgnoreCase(a, from, versionTo, VERSION)
        || !Ascii.isBlank(a[versionTo])) {
      return new ParseProblem(from, "the status line does not begin with SIP/2.0");
    }
    int digits = Ascii.skipSpace(a, versionTo, to);
    firstTo = digits;
    while (firstTo < to && !Ascii.isBlank(a[firstTo])) {
      firstTo++;
    }
    code = firstTo - digits == 3 ? (int) Ascii.number(a, digits, firstTo, 699) : -1;
    if (code < 100) {
      return new ParseProblem(digits, "the status code is no number from 100 to 699");
    }
    secondFrom = Math.min(firstTo + 1, to);
    secondTo = to;
    return null;
  }
}
