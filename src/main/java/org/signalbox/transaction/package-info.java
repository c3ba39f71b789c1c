// SPDX-License-Identifier: Apache-2.0
/**
 * Transactions: one request, its responses, and the timers between them (RFC 3261 §17, RFC 6026).
 *
 * <p>Open {@link org.signalbox.transaction.TransactionLayer} first; whoever uses it implements
 * {@link org.signalbox.transaction.TransactionUser}. Knows the transport's ports only: no sockets,
 * no name resolution, no scripts; what a script keeps with a request is an opaque attachment here.
 */
@NullMarked
package org.signalbox.transaction;

import org.jspecify.annotations.NullMarked;
