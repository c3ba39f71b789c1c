// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.List;

/** Says why an address cannot be bound, in the system's words and without the library's. */
final class BindFailure {

  private static final List<String> KNOWN =
      List.of(
          "Address already in use",
          "Cannot assign requested address",
          "Permission denied",
          "Too many open files");

  private BindFailure() {}

  static String reason(Exception failure) {
    String text = String.valueOf(failure.getMessage());
    return KNOWN.stream().filter(text::contains).findFirst().orElse(text);
  }
}
