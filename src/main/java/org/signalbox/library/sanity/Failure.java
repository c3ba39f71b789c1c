// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sanity;

/**
 * What is wrong with a message, as its sender is told.
 *
 * @param headers lines for the reply; empty for none
 */
record Failure(int code, String reason, String headers) {
  static final Failure UNKNOWN = new Failure(500, "Server Sanity Failure");

  Failure(int code, String reason) {
    this(code, reason, "");
  }

  static Failure bad(String reason) {
    return new Failure(400, reason);
  }
}
