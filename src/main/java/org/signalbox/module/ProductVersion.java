// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/**
 * What this server is; the server binds it.
 *
 * @param text as the build wrote it: {@code 0.2.0}
 */
public record ProductVersion(String text) {
  /** Where nobody says. */
  public static final ProductVersion UNKNOWN = new ProductVersion("unknown");
}
