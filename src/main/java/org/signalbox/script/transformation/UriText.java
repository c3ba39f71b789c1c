// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a SIP, SIPS, TEL, TELS or URN URI as they are written, with nothing unescaped: that
 * is what scripts cut out and put together again (transformations.md §3). Missing parts are empty.
 * Only places are kept; a part becomes a text when it is asked for.
 */
public final class UriText {
  private static final int HIGHEST_PORT = 65_535;

  private final String text;

  /** Behind the last character, without a semicolon at the end. */
  private final int length;

  private int schemeEnd;
  private int userEnd;
  private int passwordEnd;
  private int hostStart;
  private int hostEnd;
  private int portEnd;
  private int paramsEnd;

  private UriText(String text) {
    this.text = text;
    this.length = text.endsWith(";") ? text.length() - 1 : text.length();
  }

  /** Reads a URI; null when it is none. */
  public static @Nullable UriText parse(String text) {
    UriText uri = new UriText(text);
    return uri.read() ? uri : null;
  }

  private boolean read() {
    schemeEnd = text.indexOf(':');
    if (!clean()) {
      return false;
    }
    if (hasScheme("sip") || hasScheme("sips")) {
      return readSip();
    }
    int start = schemeEnd + 1;
    if (hasScheme("tel") || hasScheme("tels")) {
      userEnd = end(start, ';', '?', '?');
      onlyUserAndHost(userEnd, userEnd);
      return userEnd > start;
    }
    userEnd = end(start, ':', ':', ':');
    onlyUserAndHost(Math.min(userEnd + 1, length), length);
    return hasScheme("urn") && userEnd > start && userEnd < length;
  }

  private void onlyUserAndHost(int hostFrom, int hostTo) {
    passwordEnd = userEnd;
    hostStart = hostFrom;
    hostEnd = hostTo;
    portEnd = hostTo;
    paramsEnd = hostTo;
  }

  private boolean hasScheme(String name) {
    return schemeEnd == name.length() && text.regionMatches(true, 0, name, 0, schemeEnd);
  }

  /** Whether it has no blank, angle bracket, quote or control character. */
  private boolean clean() {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private boolean readSip() {
    int start = schemeEnd + 1;
    int at = text.indexOf('@', start);
    boolean named = at >= 0 && at < length;
    passwordEnd = named ? at : start;
    userEnd = Math.min(end(start, ':', ':', ':'), passwordEnd);
    hostStart = named ? at + 1 : start;
    hostEnd = hostEnd();
    portEnd = end(hostEnd, ';', '?', '?');
    paramsEnd = end(portEnd, '?', '?', '?');
    boolean colonFirst = portEnd == hostEnd || text.charAt(hostEnd) == ':';
    return hostEnd > hostStart && colonFirst && portFits() && !(named && userEnd == start);
  }

  /** Behind the host; at its start when there is none. */
  private int hostEnd() {
    if (text.startsWith("[", hostStart)) {
      int bracket = text.indexOf(']', hostStart);
      return bracket < 0 ? hostStart : bracket + 1;
    }
    int stop = end(hostStart, ':', ';', '?');
    return end(hostStart, '@', '[', ']') < stop ? hostStart : stop;
  }

  private boolean portFits() {
    int digits = portEnd - hostEnd - 1;
    if (digits <= 0) {
      return true;
    }
    long number = Decimal.digits(text, hostEnd + 1, portEnd);
    return digits <= 5 && number >= 0 && number <= HIGHEST_PORT;
  }

  /** The first of three characters from a place on, or the end. */
  private int end(int from, char first, char second, char third) {
    int at = from;
    while (at < length) {
      char c = text.charAt(at);
      if (c == first || c == second || c == third) {
        return at;
      }
      at++;
    }
    return length;
  }

  private String part(int from, int to) {
    return from < to ? text.substring(from, to) : "";
  }

  /** The text before the first colon. */
  public String scheme() {
    return part(0, schemeEnd);
  }

  /** With its own parameters; the number of a tel URI, the first part of a URN. */
  public String user() {
    return part(schemeEnd + 1, userEnd);
  }

  public String password() {
    return part(userEnd + 1, passwordEnd);
  }

  public String host() {
    return part(hostStart, hostEnd);
  }

  public String port() {
    return part(hostEnd + 1, portEnd);
  }

  /** Whether a port is written, be it without digits. */
  public boolean hasPort() {
    return portEnd > hostEnd;
  }

  /** The port as a number, 0 when none is written. */
  public int portNumber() {
    return portEnd - hostEnd > 1 ? (int) Decimal.digits(text, hostEnd + 1, portEnd) : 0;
  }

  /** Everything between the first semicolon and the question mark. */
  public String params() {
    return part(portEnd + 1, paramsEnd);
  }

  /** Where they begin in the text. */
  int paramsStart() {
    return portEnd + 1;
  }

  public String headers() {
    return part(paramsEnd + 1, length);
  }

  /** The value of a parameter, empty without one; the last of several counts. */
  public String param(String name) {
    String params = params();
    String value = params.isEmpty() ? "" : ParameterScan.lastValue(params, name, ';');
    return value == null ? "" : value;
  }

  /** Scheme, user and host. */
  String addressOfRecord() {
    String at = user().isEmpty() || host().isEmpty() ? "" : "@";
    return scheme() + ':' + user() + at + host();
  }

  /** The port with its colon, and the transport parameter, where they are written. */
  String portAndTransport() {
    String transport = param("transport");
    return (port().isEmpty() ? "" : ":" + port())
        + (transport.isEmpty() ? "" : ";transport=" + transport);
  }

  /** The URI with another user; null or an empty one removes it together with the password. */
  public String withUser(@Nullable String user) {
    String rest = text.substring(hasScheme("tel") || hasScheme("tels") ? userEnd : hostStart);
    int start = schemeEnd + 1;
    if (user == null || user.isEmpty()) {
      return text.substring(0, start) + rest;
    }
    boolean named = userEnd > start;
    return text.substring(0, start) + user + (named ? text.substring(userEnd) : "@" + rest);
  }

  /** The URI with another host; IPv6 in brackets. */
  public String withHost(String host) {
    return text.substring(0, hostStart) + host + text.substring(hostEnd);
  }

  /** The URI with another port, or with none. */
  public String withPort(@Nullable String port) {
    String written = port == null || port.isEmpty() ? "" : ":" + port;
    return text.substring(0, hostEnd) + written + text.substring(portEnd);
  }

  /** The whole URI as it is written. */
  @Override
  public String toString() {
    return text;
  }
}
