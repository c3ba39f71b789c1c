// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

/**
 * How many transactions may exist at once, and what a refused caller is told.
 *
 * @param server most server transactions, at least 1; a request beyond gets 503 statelessly
 * @param client most client transactions, at least 1; a request beyond fails with {@link
 *     ClientFailure.TableFull}
 * @param retryAfterSeconds the Retry-After of that 503
 */
public record TransactionBounds(int server, int client, int retryAfterSeconds) {

  /** A million of each. */
  public static final TransactionBounds DEFAULT = new TransactionBounds(1_000_000, 1_000_000, 5);

  public TransactionBounds {
    if (server < 1 || client < 1 || retryAfterSeconds < 0) {
      throw new IllegalArgumentException("bounds must be positive");
    }
  }
}
