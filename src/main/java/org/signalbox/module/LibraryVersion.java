// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.Comparator;

/**
 * The version of an {@link InternalLibrary}.
 *
 * @param major changes when users must change
 * @param minor changes when there is something new to use
 * @param bugfix changes when nothing but faults has gone
 */
public record LibraryVersion(int major, int minor, int bugfix)
    implements Comparable<LibraryVersion> {
  private static final Comparator<LibraryVersion> ORDER =
      Comparator.comparingInt(LibraryVersion::major)
          .thenComparingInt(LibraryVersion::minor)
          .thenComparingInt(LibraryVersion::bugfix);

  /**
   * Reads {@code 1}, {@code 1.0} or {@code 1.0.0}.
   *
   * @throws ModuleException when it is none of these
   */
  public static LibraryVersion of(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,6}){0,2}")) {
      throw new ModuleException("'" + text + "' is not a version like 1.0.0");
    }
    String[] parts = (text + ".0.0").split("\\.", -1);
    return new LibraryVersion(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  /** Whether it can be used where another was asked for: same major, and not older. */
  public boolean serves(LibraryVersion wanted) {
    return major == wanted.major && compareTo(wanted) >= 0;
  }

  @Override
  public int compareTo(LibraryVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + bugfix;
  }
}
