// SPDX-License-Identifier: Apache-2.0
/**
 * Lets requests wait without a thread: for a time, or until a worker is free.
 *
 * <p>Open {@link org.signalbox.async.AsyncFunctions} for what scripts call, then {@link
 * org.signalbox.async.WaitingRequests} for who waits. Does not know how a request is suspended and
 * taken up again: that is the transaction's ({@link org.signalbox.routing.TransactionControl}).
 * Obeys async.md.
 */
@NullMarked
package org.signalbox.async;

import org.jspecify.annotations.NullMarked;
