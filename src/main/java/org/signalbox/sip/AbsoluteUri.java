// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.Locale;

/** A URI of a scheme without rules of its own here, such as {@code urn} or {@code http}. */
public final class AbsoluteUri implements Uri {

  private final Octets octets;
  private final int schemeLength;

  AbsoluteUri(Octets octets, int schemeLength) {
    this.octets = octets;
    this.schemeLength = schemeLength;
  }

  @Override
  public String scheme() {
    return Ascii.text(octets.array(), octets.offset(), octets.offset() + schemeLength)
        .toLowerCase(Locale.ROOT);
  }

  /** What follows the colon of the scheme. */
  public String opaquePart() {
    int colon = octets.offset() + schemeLength;
    return Ascii.text(octets.array(), colon + 1, octets.offset() + octets.length());
  }

  @Override
  public boolean equivalent(Uri other) {
    return other instanceof AbsoluteUri that && key().equals(that.key());
  }

  /** Scheme in lower case; for URNs the namespace too, and only there (RFC 8141 §3.1). */
  @Override
  public String key() {
    StringBuilder key = new StringBuilder(octets.length()).append(scheme()).append(':');
    byte[] a = octets.array();
    int from = octets.offset() + schemeLength + 1;
    int to = octets.offset() + octets.length();
    int nss = scheme().equals("urn") ? Ascii.indexOf(a, from, to, ':') : -1;
    if (nss > 0) {
      key.append(Ascii.text(a, from, nss).toLowerCase(Locale.ROOT));
      from = nss;
    }
    return key.append(Ascii.text(a, from, to)).toString();
  }

  @Override
  public Octets octets() {
    return octets;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AbsoluteUri that && octets.equals(that.octets);
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
