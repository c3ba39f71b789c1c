// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a SIP, SIPS, TEL, TELS or URN URI as they are written, with nothing unescaped: that
 * is what scripts cut out and put together again (transformations.md §3). Missing parts are empty.
 *
 * @param scheme the text before the first colon
 * @param user with its own parameters, or the number of a tel URI, or the first part of a URN
 * @param params everything between the first semicolon and the question mark
 */
record UriText(
    String scheme,
    String user,
    String password,
    String host,
    String port,
    String params,
    String headers) {

  private static final int HIGHEST_PORT = 65_535;

  /** Reads a URI; null when it is none. A semicolon at the end is overlooked. */
  static @Nullable UriText parse(String whole) {
    String text = whole.endsWith(";") ? whole.substring(0, whole.length() - 1) : whole;
    int colon = text.indexOf(':');
    if (colon < 0 || !clean(text)) {
      return null;
    }
    String scheme = text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "sip", "sips" -> sip(scheme, rest);
      case "tel", "tels" -> telephone(scheme, rest);
      case "urn" -> urn(scheme, rest);
      default -> null;
    };
  }

  /** Whether it has no blank, bracket, quote or control character. */
  private static boolean clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable UriText telephone(String scheme, String rest) {
    String number = rest.substring(0, end(rest, 0, ";?"));
    return number.isEmpty() ? null : new UriText(scheme, number, "", "", "", "", "");
  }

  private static @Nullable UriText urn(String scheme, String rest) {
    int colon = rest.indexOf(':');
    return colon <= 0
        ? null
        : new UriText(scheme, rest.substring(0, colon), "", rest.substring(colon + 1), "", "", "");
  }

  private static @Nullable UriText sip(String scheme, String rest) {
    int at = rest.indexOf('@');
    String userinfo = at < 0 ? "" : rest.substring(0, at);
    int colon = userinfo.indexOf(':');
    String user = colon < 0 ? userinfo : userinfo.substring(0, colon);
    String password = colon < 0 ? "" : userinfo.substring(colon + 1);
    int hostEnd = hostEnd(rest, at + 1);
    if (hostEnd <= at + 1 || (at >= 0 && user.isEmpty())) {
      return null;
    }
    int portEnd = end(rest, hostEnd, ";?");
    String port = portEnd > hostEnd ? rest.substring(hostEnd + 1, portEnd) : "";
    boolean colonFirst = portEnd == hostEnd || rest.charAt(hostEnd) == ':';
    if (!colonFirst || !isPort(port)) {
      return null;
    }
    int paramsEnd = end(rest, portEnd, "?");
    return new UriText(
        scheme,
        user,
        password,
        rest.substring(at + 1, hostEnd),
        port,
        paramsEnd > portEnd ? rest.substring(portEnd + 1, paramsEnd) : "",
        paramsEnd < rest.length() ? rest.substring(paramsEnd + 1) : "");
  }

  /** Behind the host that begins at a place; there when there is none. */
  private static int hostEnd(String rest, int from) {
    if (!rest.startsWith("[", from)) {
      int end = end(rest, from, ":;?");
      return end(rest, from, "@[]") < end ? from : end;
    }
    int bracket = rest.indexOf(']', from);
    return bracket < 0 ? from : bracket + 1;
  }

  private static boolean isPort(String port) {
    return port.isEmpty() || (port.length() <= 5 && number(port) <= HIGHEST_PORT);
  }

  private static long number(String digits) {
    long number = Decimal.digits(digits, 0, digits.length());
    return number == Decimal.NONE ? Long.MAX_VALUE : number;
  }

  /** The first of some characters from a place on, or the end. */
  private static int end(String text, int from, String stops) {
    int at = from;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** The port as a number, 0 when none is written. */
  int portNumber() {
    return port.isEmpty() ? 0 : (int) number(port);
  }

  /** The value of a parameter, empty without one; the last of several counts. */
  String param(String name) {
    String value = params.isEmpty() ? "" : ParameterScan.lastValue(params, name, ';');
    return value == null ? "" : value;
  }

  /** Scheme, user and host. */
  String addressOfRecord() {
    String at = user.isEmpty() || host.isEmpty() ? "" : "@";
    return scheme + ':' + user + at + host;
  }

  /** The port with its colon, and the transport parameter, where they are written. */
  String portAndTransport() {
    String transport = param("transport");
    return (port.isEmpty() ? "" : ":" + port)
        + (transport.isEmpty() ? "" : ";transport=" + transport);
  }
}
