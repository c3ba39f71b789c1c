// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** Where the parts of one SIP URI stand; written once by {@link #read}. */
final class SipUriParts {

  final boolean secure;
  int userFrom = -1;
  int userTo = -1;
  int passwordFrom = -1;
  int passwordTo = -1;
  int hostFrom;
  int hostTo;
  int port = -1;

  /** Also the end of {@code host:port}. */
  int parametersFrom;

  int parametersTo;

  /** Behind the question mark, or -1. */
  int headersFrom = -1;

  SipUriParts(boolean secure) {
    this.secure = secure;
  }

  /** Reads what follows the scheme and its colon; null when that is well formed. */
  @Nullable ParseProblem read(byte[] a, int from, int to) {
    hostFrom = from;
    int at = Ascii.indexOf(a, from, to, '@');
    if (at >= 0) {
      ParseProblem problem = readUser(a, from, at);
      if (problem != null) {
        return problem;
      }
      hostFrom = at + 1;
    }
    hostTo = HostReader.end(a, hostFrom, to);
    if (hostTo < 0) {
      return new ParseProblem(hostFrom, "the URI has no valid host");
    }
    parametersFrom = hostTo;
    if (hostTo < to && a[hostTo] == ':') {
      ParseProblem problem = readPort(a, hostTo + 1, to);
      if (problem != null) {
        return problem;
      }
    }
    return readTail(a, to);
  }

  private @Nullable ParseProblem readUser(byte[] a, int from, int at) {
    int colon = Ascii.indexOf(a, from, at, ':');
    userFrom = from;
    userTo = colon < 0 ? at : colon;
    if (colon >= 0) {
      passwordFrom = colon + 1;
      passwordTo = at;
    }
    return userTo == userFrom ? new ParseProblem(from, "the user part of the URI is empty") : null;
  }

  private @Nullable ParseProblem readPort(byte[] a, int from, int to) {
    int end = HostReader.portEnd(a, from, to);
    if (end > from) { // an empty port means none
      port = (int) Ascii.number(a, from, end, 65535);
      if (port < 0) {
        return new ParseProblem(from, "the port of the URI exceeds 65535");
      }
    }
    parametersFrom = end;
    return null;
  }

  private @Nullable ParseProblem readTail(byte[] a, int to) {
    parametersTo = parametersFrom;
    if (parametersFrom == to) {
      return null;
    }
    if (a[parametersFrom] != ';' && a[parametersFrom] != '?') {
      return new ParseProblem(parametersFrom, "unexpected character behind the host of the URI");
    }
    int question = Ascii.indexOf(a, parametersFrom, to, '?');
    parametersTo = question < 0 ? to : question;
    headersFrom = question < 0 ? -1 : question + 1;
    int second = Ascii.indexOf(a, parametersFrom, parametersTo, '@');
    return second < 0 ? null : new ParseProblem(second, "the URI holds a second at sign");
  }
}
