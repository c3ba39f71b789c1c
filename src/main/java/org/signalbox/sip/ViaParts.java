// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the parts of one Via value stand; written once by {@link #read}. */
final class ViaParts {

  int from;
  int to;
  int transportFrom;
  int transportTo;
  int hostFrom;
  int hostTo;
  int port = -1;

  /** Behind host and port. */
  int sentByTo;

  int parametersFrom;
  int parametersTo;
  int branchFrom = -1;
  int branchTo;
  int receivedFrom = -1;
  int receivedTo;

  /** -1 when {@code rport} is absent or has no value. */
  int rportFrom = -1;

  /** Behind the {@code rport} parameter, or -1 when it is absent. */
  int rportTo = -1;

  int iFrom = -1;
  int iTo;
  boolean alias;
  int commentFrom = -1;
  int commentTo;

  /** Offset of the value behind the comma, or -1 when this is the last of the line. */
  int next = -1;

  private int at;

  /** The values of all Via headers from the top, up to the first malformed one. */
  static List<Via> all(byte[] a, HeaderIndex index) {
    List<Via> all = new ArrayList<>();
    for (int i = index.next(HeaderType.VIA, 0); i >= 0; i = index.next(HeaderType.VIA, i + 1)) {
      for (int at = index.valueStart(i); at >= 0; ) {
        if (!(Via.read(a, at, index.valueEnd(i)) instanceof Via via)) {
          return all;
        }
        all.add(via);
        at = via.parts().next;
      }
    }
    return all;
  }

  @Nullable ParseProblem read(byte[] a, int start, int end) {
    from = start;
    at = start;
    ParseProblem problem = readProtocol(a, end);
    if (problem == null) {
      problem = readSentBy(a, end);
    }
    return problem == null ? readParameters(a, end) : problem;
  }

  private @Nullable ParseProblem readProtocol(byte[] a, int end) {
    int name = at;
    if (!token(a, end) || !Ascii.equalsIgnoreCase(a, name, at, "SIP") || !slash(a, end)) {
      return new ParseProblem(name, "Via does not begin with SIP/2.0/");
    }
    int version = at;
    if (!token(a, end) || !Ascii.equals(a, version, at, "2.0") || !slash(a, end)) {
      return new ParseProblem(version, "Via does not begin with SIP/2.0/");
    }
    transportFrom = at;
    if (!token(a, end)) {
      return new ParseProblem(at, "Via names no transport");
    }
    transportTo = at;
    at = Ascii.skipSpace(a, at, end);
    return at == transportTo ? new ParseProblem(at, "no blank behind the transport of Via") : null;
  }

  private boolean token(byte[] a, int end) {
    int start = at;
    while (at < end && Ascii.isToken(a[at])) {
      at++;
    }
    return at > start;
  }

  private boolean slash(byte[] a, int end) {
    at = Ascii.skipSpace(a, at, end);
    if (at == end || a[at] != '/') {
      return false;
    }
    at = Ascii.skipSpace(a, at + 1, end);
    return true;
  }

  private @Nullable ParseProblem readSentBy(byte[] a, int end) {
    hostFrom = at;
    hostTo = HostReader.end(a, at, end);
    if (hostTo < 0) {
      return new ParseProblem(at, "Via names no valid host");
    }
    sentByTo = hostTo;
    at = Ascii.skipSpace(a, hostTo, end);
    if (at < end && a[at] == ':') {
      int digits = Ascii.skipSpace(a, at + 1, end);
      at = HostReader.portEnd(a, digits, end);
      port = (int) Ascii.number(a, digits, at, 65535);
      if (port < 0) {
        return new ParseProblem(digits, "the port of Via is no number up to 65535");
      }
      sentByTo = at;
      at = Ascii.skipSpace(a, at, end);
    }
    return null;
  }

  private @Nullable ParseProblem readParameters(byte[] a, int end) {
    parametersFrom = at;
    parametersTo = at;
    while (at < end && a[at] == ';') {
      readParameter(a, end);
      parametersTo = at;
      at = Ascii.skipSpace(a, at, end);
    }
    if (at < end && a[at] == '(') {
      commentFrom = at + 1;
      int close = Ascii.indexOf(a, at, end, ')');
      if (close < 0) {
        return new ParseProblem(at, "the comment of Via is not closed");
      }
      commentTo = close;
      at = Ascii.skipSpace(a, close + 1, end);
    }
    to = Ascii.trimEnd(a, from, at);
    if (at < end && a[at] != ',') {
      return new ParseProblem(at, "unexpected text behind the parameters of Via");
    }
    int following = at < end ? Ascii.skipSpace(a, at + 1, end) : end;
    next = following < end ? following : -1;
    return null;
  }

  /** Reads {@code ;name[=value]} and leaves {@code at} behind its last byte that is no blank. */
  private void readParameter(byte[] a, int end) {
    int name = Ascii.skipSpace(a, at + 1, end);
    at = name;
    token(a, end);
    int nameTo = at;
    int equals = Ascii.skipSpace(a, at, end);
    if (equals == end || a[equals] != '=') {
      note(a, name, nameTo, -1, nameTo);
      return;
    }
    int value = Ascii.skipSpace(a, equals + 1, end);
    at = valueEnd(a, value, end);
    note(a, name, nameTo, value, at);
  }

  private static int valueEnd(byte[] a, int value, int end) {
    if (value < end && a[value] == '"') {
      int close = Quoted.end(a, value, end);
      return close < 0 ? end : close;
    }
    int i = value;
    while (i < end && a[i] != ';' && a[i] != ',' && !Ascii.isSpace(a[i])) {
      i++;
    }
    return i;
  }

  private void note(byte[] a, int name, int nameTo, int value, int valueTo) {
    switch (nameTo - name) {
      case 1 -> {
        if (Ascii.lower(a[name]) == 'i' && iFrom < 0 && value >= 0) {
          iFrom = value;
          iTo = valueTo;
        }
      }
      case 5 -> {
        if (Ascii.equalsIgnoreCase(a, name, nameTo, "rport")) {
          rportFrom = value;
          rportTo = valueTo;
        } else if (Ascii.equalsIgnoreCase(a, name, nameTo, "alias")) {
          alias = true;
        }
      }
      case 6 -> {
        if (branchFrom < 0 && value >= 0 && Ascii.equalsIgnoreCase(a, name, nameTo, "branch")) {
          branchFrom = value;
          branchTo = valueTo;
        }
      }
      case 8 -> {
        if (value >= 0 && Ascii.equalsIgnoreCase(a, name, nameTo, "received")) {
          receivedFrom = value;
          receivedTo = valueTo;
        }
      }
      default -> {}
    }
  }
}
