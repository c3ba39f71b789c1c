// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.Locale;
import java.util.TreeMap;

/** A telephone number (RFC 3966). Immutable. */
public final class TelUri implements Uri {

  private final Octets octets;
  private final int numberFrom;
  private final int numberTo;

  private TelUri(Octets octets, int numberFrom, int numberTo) {
    this.octets = octets;
    this.numberFrom = numberFrom;
    this.numberTo = numberTo;
  }

  static ParsedValue read(byte[] a, int from, int to, int number) {
    int semicolon = Ascii.indexOf(a, number, to, ';');
    int end = semicolon < 0 ? to : semicolon;
    boolean digits = false;
    for (int i = a[number] == '+' ? number + 1 : number; i < end; i++) {
      if (Ascii.hex(a[i]) >= 0 || a[i] == '*' || a[i] == '#') {
        digits = true;
      } else if (!isSeparator(a[i])) {
        return new ParseProblem(i, "the telephone number holds a character that is no digit");
      }
    }
    return digits
        ? new TelUri(new Octets(a, from, to - from), number, end)
        : new ParseProblem(number, "the telephone number is empty");
  }

  private static boolean isSeparator(int b) {
    return b == '-' || b == '.' || b == '(' || b == ')';
  }

  @Override
  public String scheme() {
    return "tel";
  }

  /** Whether the number holds everywhere: it begins with a plus sign. */
  public boolean global() {
    return octets.array()[numberFrom] == '+';
  }

  /** The number as written, with its plus sign and visual separators. */
  public String number() {
    return Ascii.text(octets.array(), numberFrom, numberTo);
  }

  /** The number without visual separators. */
  public String digits() {
    StringBuilder digits = new StringBuilder(numberTo - numberFrom);
    for (int i = numberFrom; i < numberTo; i++) {
      int b = octets.array()[i];
      if (!isSeparator(b)) {
        digits.append((char) b);
      }
    }
    return digits.toString();
  }

  public Parameters parameters() {
    return new Parameters(octets.array(), numberTo, octets.offset() + octets.length());
  }

  @Override
  public boolean equivalent(Uri other) {
    return other instanceof TelUri that && key().equals(that.key());
  }

  @Override
  public String key() {
    TreeMap<String, String> sorted = new TreeMap<>();
    for (Parameter parameter : parameters()) {
      String value = parameter.value() == null ? "" : parameter.value();
      sorted.put(parameter.name().toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }
    StringBuilder key = new StringBuilder("tel:").append(digits().toLowerCase(Locale.ROOT));
    sorted.forEach((name, value) -> key.append(';').append(name).append('=').append(value));
    return key.toString();
  }

  @Override
  public Octets octets() {
    return octets;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TelUri that && octets.equals(that.octets);
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
