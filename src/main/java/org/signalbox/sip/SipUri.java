// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * A SIP or SIPS URI over the bytes it was read from (RFC 3261 §19.1). Immutable; the {@code with}
 * methods give changed copies. Parts are as written unless a method says otherwise.
 */
public final class SipUri implements Uri {

  private final Octets octets;
  private final SipUriParts parts;

  private SipUri(Octets octets, SipUriParts parts) {
    this.octets = octets;
    this.parts = parts;
  }

  static ParsedValue read(byte[] a, int from, int to, int rest, boolean secure) {
    SipUriParts parts = new SipUriParts(secure);
    ParseProblem problem = parts.read(a, rest, to);
    return problem == null ? new SipUri(new Octets(a, from, to - from), parts) : problem;
  }

  /**
   * A SIP URI of its usual parts.
   *
   * @param user escaped already ({@link Escapes#user}), or null
   * @param host a name or address, IPv6 in brackets
   * @param port 1 to 65535, or -1 for none
   * @throws IllegalArgumentException when these are no URI
   */
  public static SipUri of(@Nullable String user, String host, int port) {
    String text = "sip:" + (user == null ? "" : user + "@") + host;
    return sip(port < 0 ? text : text + ":" + port);
  }

  /**
   * A SIP URI that the program itself spells.
   *
   * @throws IllegalArgumentException when the text is no SIP or SIPS URI
   */
  public static SipUri sip(String text) {
    if (Uri.of(text) instanceof SipUri uri) {
      return uri;
    }
    throw new IllegalArgumentException("no SIP URI: " + text);
  }

  /** Whether the scheme is {@code sips}. */
  public boolean secure() {
    return parts.secure;
  }

  @Override
  public String scheme() {
    return parts.secure ? "sips" : "sip";
  }

  /** The user with its parameters, escapes untouched, without the password; null without one. */
  public @Nullable String user() {
    return parts.userFrom < 0 ? null : text(parts.userFrom, parts.userTo);
  }

  /** The user with its escapes resolved; null without one. */
  public @Nullable String unescapedUser() {
    String user = user();
    return user == null ? null : Escapes.decode(user);
  }

  /** The password, escapes untouched; null without one. */
  public @Nullable String password() {
    return parts.passwordFrom < 0 ? null : text(parts.passwordFrom, parts.passwordTo);
  }

  /** The host name or address, IPv6 in brackets. */
  public String host() {
    return text(parts.hostFrom, parts.hostTo);
  }

  /** The port, or -1 when the URI names none. */
  public int port() {
    return parts.port;
  }

  /** The port it means: its own, else the default of its scheme and transport. */
  public int portOrDefault() {
    if (parts.port >= 0) {
      return parts.port;
    }
    TransportProtocol protocol = transport();
    if (protocol == null) {
      return parts.secure ? 5061 : 5060;
    }
    return parts.secure && protocol == TransportProtocol.TCP ? 5061 : protocol.defaultPort();
  }

  /** The protocol of the {@code transport} parameter; null without one or for an unknown one. */
  public @Nullable TransportProtocol transport() {
    String name = parameter("transport");
    return name == null ? null : TransportProtocol.of(name);
  }

  /** The value of a parameter, escapes untouched; null when absent or without a value. */
  public @Nullable String parameter(String name) {
    return parts.parametersFrom == parts.parametersTo ? null : parameters().value(name);
  }

  /** Whether the URI of a route asks for loose routing (RFC 3261 §19.1.1). */
  public boolean looseRouter() {
    return parts.parametersFrom < parts.parametersTo && parameters().has("lr");
  }

  /** The parameters behind host and port. */
  public Parameters parameters() {
    return new Parameters(octets.array(), parts.parametersFrom, parts.parametersTo);
  }

  /** The headers behind the question mark, as written; null without one. */
  public @Nullable String headers() {
    return parts.headersFrom < 0
        ? null
        : text(parts.headersFrom, octets.offset() + octets.length());
  }

  /** The value of a URI header of this name in any case, escapes resolved; null when absent. */
  public @Nullable String header(String name) {
    return UriHeaders.value(headers(), name);
  }

  /** {@code host[:port]} as written. */
  public String hostPort() {
    return text(parts.hostFrom, parts.parametersFrom);
  }

  /**
   * With another user.
   *
   * @param user escaped already; null removes user and password
   */
  public SipUri withUser(@Nullable String user) {
    String password = password();
    String info = user == null ? "" : user + (password == null ? "" : ":" + password) + "@";
    return sip(scheme() + ":" + info + behindUser());
  }

  public SipUri withPassword(@Nullable String password) {
    String user = user();
    if (user == null) {
      throw new IllegalArgumentException("a password needs a user");
    }
    String info = password == null ? user : user + ":" + password;
    return sip(scheme() + ":" + info + "@" + behindUser());
  }

  /**
   * With another host.
   *
   * @param host a name or address, IPv6 in brackets
   */
  public SipUri withHost(String host) {
    return sip(text(octets.offset(), parts.hostFrom) + host + behind(parts.hostTo));
  }

  /**
   * With another port.
   *
   * @param port -1 removes it
   */
  public SipUri withPort(int port) {
    String own = port < 0 ? "" : ":" + port;
    return sip(text(octets.offset(), parts.hostTo) + own + behind(parts.parametersFrom));
  }

  public SipUri withSecure(boolean secure) {
    int colon = octets.offset() + scheme().length();
    return sip((secure ? "sips" : "sip") + behind(colon));
  }

  /**
   * Sets a parameter in its place, or at the end of the list.
   *
   * @param value escaped already; null for a parameter without one
   */
  public SipUri withParameter(String name, @Nullable String value) {
    String one = value == null ? name : name + "=" + value;
    return withParameters(ParameterEdits.set(parameters(), name, one));
  }

  public SipUri withoutParameter(String name) {
    return withParameters(ParameterEdits.remove(parameters(), name));
  }

  /**
   * With another list of parameters.
   *
   * @param list with its leading semicolon, or empty
   */
  public SipUri withParameters(String list) {
    return sip(text(octets.offset(), parts.parametersFrom) + list + behind(parts.parametersTo));
  }

  /**
   * With other headers.
   *
   * @param headers escaped already, without the question mark; null removes them
   */
  public SipUri withHeaders(@Nullable String headers) {
    String start = text(octets.offset(), parts.parametersTo);
    return sip(headers == null || headers.isEmpty() ? start : start + "?" + headers);
  }

  private String behindUser() {
    return behind(parts.hostFrom);
  }

  private String behind(int from) {
    return text(from, octets.offset() + octets.length());
  }

  private String text(int from, int to) {
    return Ascii.text(octets.array(), from, to);
  }

  @Override
  public boolean equivalent(Uri other) {
    return other instanceof SipUri that
        && key().equals(that.key())
        && SipUriRules.sharedParametersMatch(parameters(), that.parameters())
        && UriHeaders.equivalent(headers(), that.headers());
  }

  @Override
  public String key() {
    return SipUriRules.key(octets.array(), parts);
  }

  @Override
  public Octets octets() {
    return octets;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SipUri that && octets.equals(that.octets);
  }

  @Override
  public int hashCode() {
    return octets.hashCode();
  }

  @Override
  public String toString() {
    return octets.toString();
  }
}
