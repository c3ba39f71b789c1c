// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * One Via value over the bytes it was read from (RFC 3261 §20.42, RFC 3581). Immutable; Strings are
 * made when asked for.
 */
public final class Via implements ParsedValue {

  /** What a branch of RFC 3261 begins with; others are of RFC 2543. */
  public static final String COOKIE = "z9hG4bK";

  private final byte[] array;
  private final ViaParts parts;
  private @Nullable String branch;

  Via(byte[] array, ViaParts parts) {
    this.array = array;
    this.parts = parts;
  }

  /** Reads the first value of a range, which may hold more: a {@link Via} or a problem. */
  static ParsedValue read(byte[] a, int from, int to) {
    ViaParts parts = new ViaParts();
    ParseProblem problem = parts.read(a, from, to);
    return problem == null ? new Via(a, parts) : problem;
  }

  /** Reads one value from a text. */
  public static ParsedValue parse(String text) {
    Octets octets = Octets.of(text);
    byte[] a = octets.array();
    return read(a, Ascii.skipSpace(a, 0, a.length), Ascii.trimEnd(a, 0, a.length));
  }

  /** The transport as written, such as {@code UDP}. */
  public String transportName() {
    return Ascii.text(array, parts.transportFrom, parts.transportTo);
  }

  /** The transport; null for one that this server does not know. */
  public @Nullable TransportProtocol transport() {
    return TransportProtocol.of(array, parts.transportFrom, parts.transportTo);
  }

  /** The host of sent-by, IPv6 in brackets. */
  public String host() {
    return Ascii.text(array, parts.hostFrom, parts.hostTo);
  }

  /** The port of sent-by, or -1 when it names none. */
  public int port() {
    return parts.port;
  }

  /** The port of sent-by, or the default one of the transport. */
  public int portOrDefault() {
    if (parts.port >= 0) {
      return parts.port;
    }
    TransportProtocol known = transport();
    return known == null ? 5060 : known.defaultPort();
  }

  /** The bytes of {@code host[:port]}, blanks included. */
  public Octets sentBy() {
    return range(parts.hostFrom, parts.sentByTo);
  }

  /** The {@code branch} parameter; null without one. */
  public @Nullable String branch() {
    String known = branch;
    if (known == null && parts.branchFrom >= 0) {
      known = Ascii.text(array, parts.branchFrom, parts.branchTo);
      branch = known;
    }
    return known;
  }

  /** The bytes of the branch; null without one. */
  public @Nullable Octets branchOctets() {
    return parts.branchFrom < 0 ? null : range(parts.branchFrom, parts.branchTo);
  }

  /** Whether the branch is unique as RFC 3261 §8.1.1.7 promises, so that it alone matches. */
  public boolean hasCookie() {
    return parts.branchFrom >= 0
        && Ascii.startsWithIgnoreCase(array, parts.branchFrom, parts.branchTo, COOKIE);
  }

  /** The {@code received} parameter; null without one. */
  public @Nullable String received() {
    return parts.receivedFrom < 0 ? null : Ascii.text(array, parts.receivedFrom, parts.receivedTo);
  }

  /** Whether there is an {@code rport} parameter, with or without a value (RFC 3581 §3). */
  public boolean hasRport() {
    return parts.rportTo >= 0;
  }

  /** The value of {@code rport}, or -1 without one. */
  public int rport() {
    return parts.rportFrom < 0
        ? -1
        : (int) Ascii.number(array, parts.rportFrom, parts.rportTo, 65535);
  }

  /**
   * The {@code i} parameter: the connection id that a server like this one noted in hexadecimal.
   */
  public @Nullable String i() {
    return parts.iFrom < 0 ? null : Ascii.text(array, parts.iFrom, parts.iTo);
  }

  /** The connection id of the {@code i} parameter, or 0 without a valid one. */
  public long connectionId() {
    return parts.iFrom < 0 ? 0 : Ascii.hexNumber(array, parts.iFrom, parts.iTo);
  }

  /** Whether there is an {@code alias} parameter (RFC 5923 §5). */
  public boolean alias() {
    return parts.alias;
  }

  /** The {@code maddr} parameter; null without one. */
  public @Nullable String maddr() {
    return parameters().value("maddr");
  }

  /** The {@code ttl} parameter, 0 to 255, or -1 without a valid one. */
  public int ttl() {
    Octets value = parameters().octets("ttl");
    return value == null
        ? -1
        : (int) Ascii.number(value.array(), value.offset(), value.offset() + value.length(), 255);
  }

  /** The text in parentheses that RFC 2543 allowed at the end, without them; null without one. */
  public @Nullable String comment() {
    return parts.commentFrom < 0 ? null : Ascii.text(array, parts.commentFrom, parts.commentTo);
  }

  public Parameters parameters() {
    return new Parameters(array, parts.parametersFrom, parts.parametersTo);
  }

  /** The value of a parameter; null when absent or without a value. */
  public @Nullable String parameter(String name) {
    return parameters().value(name);
  }

  /** The bytes of the value, without the comma behind it. */
  public Octets octets() {
    return range(parts.from, parts.to);
  }

  /** Where the parts stand, for edits of the message. */
  ViaParts parts() {
    return parts;
  }

  private Octets range(int from, int to) {
    return new Octets(array, from, to - from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Via that && octets().equals(that.octets());
  }

  @Override
  public int hashCode() {
    return octets().hashCode();
  }

  /** The value as written, without its folds. */
  @Override
  public String toString() {
    return Folding.text(array, parts.from, parts.to);
  }
}
