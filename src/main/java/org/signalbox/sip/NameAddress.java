// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * A display name, a URI and parameters, as in From, To, Contact or Route (RFC 3261 §20.10).
 * Immutable; the URI is read when first asked for. The {@code with} methods give changed copies.
 */
public final class NameAddress implements ParsedValue {

  private final Octets octets;
  private final int displayTo;
  private final int uriFrom;
  private final int uriTo;
  private final int parametersFrom;

  private @Nullable ParsedValue uri;
  private @Nullable String tag;

  /** The parts of {@code octets}: display name first, parameters to the end. */
  private NameAddress(Octets octets, int displayTo, int uriFrom, int uriTo, int parametersFrom) {
    this.octets = octets;
    this.displayTo = displayTo;
    this.uriFrom = uriFrom;
    this.uriTo = uriTo;
    this.parametersFrom = parametersFrom;
  }

  /** Reads one value that fills a range: a {@link NameAddress} or a {@link ParseProblem}. */
  static ParsedValue read(byte[] a, int from, int to) {
    int open = from;
    if (from < to && a[from] == '"') {
      int close = Quoted.end(a, from, to);
      if (close < 0) {
        return new ParseProblem(from, "the quotes of the display name are not closed");
      }
      open = Ascii.skipSpace(a, close, to);
      if (open == to || a[open] != '<') {
        return new ParseProblem(open, "no address in angle brackets behind the display name");
      }
    } else {
      open = Ascii.indexOf(a, from, to, '<');
    }
    return open < 0 ? plain(a, from, to) : bracketed(a, from, open, to);
  }

  /** {@code addr-spec}: what follows a semicolon belongs to the header (RFC 3261 §20). */
  private static ParsedValue plain(byte[] a, int from, int to) {
    int semicolon = Ascii.indexOf(a, from, to, ';');
    int parameters = semicolon < 0 ? to : semicolon;
    int uriTo = Ascii.trimEnd(a, from, parameters);
    if (uriTo == from) {
      return new ParseProblem(from, "the address is empty");
    }
    return new NameAddress(new Octets(a, from, to - from), from, from, uriTo, parameters);
  }

  private static ParsedValue bracketed(byte[] a, int from, int open, int to) {
    int close = Ascii.indexOf(a, open, to, '>');
    if (close < 0) {
      return new ParseProblem(open, "the angle bracket of the address is not closed");
    }
    int parameters = Ascii.skipSpace(a, close + 1, to);
    if (parameters < to && a[parameters] != ';') {
      return new ParseProblem(parameters, "unexpected text behind the address");
    }
    int uriFrom = Ascii.skipSpace(a, open + 1, close);
    int uriTo = Ascii.trimEnd(a, uriFrom, close);
    int displayTo = Ascii.trimEnd(a, from, open);
    return new NameAddress(new Octets(a, from, to - from), displayTo, uriFrom, uriTo, parameters);
  }

  /** Reads a value from a text: a {@link NameAddress} or a {@link ParseProblem}. */
  public static ParsedValue parse(String text) {
    Octets octets = Octets.of(text);
    byte[] a = octets.array();
    int from = Ascii.skipSpace(a, 0, a.length);
    return read(a, from, Ascii.trimEnd(a, from, a.length));
  }

  /**
   * A value that the program itself spells.
   *
   * @throws IllegalArgumentException when the text is no address
   */
  public static NameAddress of(String text) {
    ParsedValue parsed = parse(text);
    if (parsed instanceof NameAddress address) {
      return address;
    }
    throw new IllegalArgumentException("no address: " + text + ": " + parsed);
  }

  /** The address in angle brackets. */
  public static NameAddress of(Uri uri) {
    return of("<" + uri + ">");
  }

  /**
   * An address with a display name.
   *
   * @param displayName plain text, which is quoted; null for none
   */
  public static NameAddress of(@Nullable String displayName, Uri uri) {
    return displayName == null ? of(uri) : of(Quoted.quote(displayName) + " <" + uri + ">");
  }

  /** The display name without quotes and backslashes; null without one. */
  public @Nullable String displayName() {
    String written = writtenDisplayName();
    return written == null ? null : Quoted.unquote(written);
  }

  /** The display name as written, with its quotes; null without one. */
  public @Nullable String writtenDisplayName() {
    return displayTo == octets.offset()
        ? null
        : Folding.text(octets.array(), octets.offset(), displayTo);
  }

  /** The URI; null when it is malformed, see {@link #uriProblem}. */
  public @Nullable Uri uri() {
    return parsedUri() instanceof Uri good ? good : null;
  }

  /** The URI when it is a SIP or SIPS one, else null. */
  public @Nullable SipUri sipUri() {
    return parsedUri() instanceof SipUri sip ? sip : null;
  }

  /** What is wrong with the URI, or null. */
  public @Nullable ParseProblem uriProblem() {
    return parsedUri() instanceof ParseProblem problem ? problem : null;
  }

  private ParsedValue parsedUri() {
    ParsedValue known = uri;
    if (known == null) {
      known = Uri.parse(octets.array(), uriFrom, uriTo);
      uri = known;
    }
    return known;
  }

  /** The URI as written, well formed or not, without the angle brackets. */
  public String uriText() {
    return Ascii.text(octets.array(), uriFrom, uriTo);
  }

  /** The bytes of the URI. */
  public Octets uriOctets() {
    return new Octets(octets.array(), uriFrom, uriTo - uriFrom);
  }

  /** The parameters of the header value, not those of the URI. */
  public Parameters parameters() {
    return new Parameters(octets.array(), parametersFrom, end());
  }

  /** The value of a header parameter as written; null when absent or without a value. */
  public @Nullable String parameter(String name) {
    return parametersFrom == end() ? null : parameters().value(name);
  }

  /** The {@code tag} parameter of From and To; null without one. */
  public @Nullable String tag() {
    String known = tag;
    if (known == null && parametersFrom < end()) {
      known = parameters().value("tag");
      tag = known;
    }
    return known;
  }

  /** The bytes of the tag; null without one. */
  public @Nullable Octets tagOctets() {
    return parametersFrom == end() ? null : parameters().octets("tag");
  }

  public NameAddress withDisplayName(@Nullable String displayName) {
    String start = displayName == null ? "" : Quoted.quote(displayName) + " ";
    return of(start + "<" + uriText() + ">" + parameters());
  }

  public NameAddress withUri(Uri changed) {
    String written = writtenDisplayName();
    return of((written == null ? "" : written + " ") + "<" + changed + ">" + parameters());
  }

  /**
   * Sets a parameter of the header value.
   *
   * @param value a token or quoted string ({@link Quoted#quote}); null for a parameter without one
   */
  public NameAddress withParameter(String name, @Nullable String value) {
    String one = value == null ? name : name + "=" + value;
    return withParameters(ParameterEdits.set(parameters(), name, one));
  }

  public NameAddress withoutParameter(String name) {
    return withParameters(ParameterEdits.remove(parameters(), name));
  }

  public NameAddress withTag(String changed) {
    return withParameter("tag", changed);
  }

  private NameAddress withParameters(String list) {
    String start = Ascii.text(octets.array(), octets.offset(), parametersFrom);
    return of(start.stripTrailing() + list);
  }

  private int end() {
    return octets.offset() + octets.length();
  }

  /** The bytes of the whole value. */
  public Octets octets() {
    return octets;
  }

  /** Byte by byte; {@link Uri#equivalent} compares addresses by their meaning. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NameAddress that && octets.equals(that.octets);
  }

  @Override
  public int hashCode() {
    return octets.hashCode();
  }

  /** The value as written, without its folds. */
  @Override
  public String toString() {
    return Folding.text(octets.array(), octets.offset(), end());
  }
}
