// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/**
 * A URI as it stands in a message. Immutable. {@code equals} compares the text byte by byte; {@link
 * #equivalent} applies the rules of the scheme, which are not transitive (RFC 3261 §19.1.4).
 */
public sealed interface Uri extends ParsedValue permits SipUri, TelUri, AbsoluteUri {

  /** The scheme in lower case: {@code sip}, {@code sips}, {@code tel}, {@code urn}... */
  String scheme();

  /** Whether both mean the same by the rules of their scheme (RFC 3261 §19.1.4, RFC 3966 §5). */
  boolean equivalent(Uri other);

  /**
   * A text that equivalent URIs share, to look them up by hash; different ones may share it too, so
   * {@link #equivalent} has the last word.
   */
  String key();

  /** The bytes of the URI. */
  Octets octets();

  /** The URI as it was written. */
  @Override
  String toString();

  /** Reads a URI from a text: a {@link Uri} or a {@link ParseProblem} with its offset there. */
  static ParsedValue parse(String text) {
    Octets octets = Octets.of(text);
    return parse(octets.array(), 0, octets.length());
  }

  /** Reads a URI that fills a range of bytes, which nobody may change afterwards. */
  static ParsedValue parse(byte[] bytes, int from, int to) {
    return UriReader.read(bytes, from, to);
  }

  /**
   * A URI that the program itself spells.
   *
   * @throws IllegalArgumentException when the text is no URI
   */
  static Uri of(String text) {
    ParsedValue parsed = parse(text);
    if (parsed instanceof Uri uri) {
      return uri;
    }
    throw new IllegalArgumentException("no URI: " + text + ": " + parsed);
  }
}
