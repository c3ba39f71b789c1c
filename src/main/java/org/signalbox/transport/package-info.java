// SPDX-License-Identifier: Apache-2.0
/**
 * Sockets and connections: bytes in, bytes out (RFC 3261 §18, RFC 5626 §3.5.1, RFC 3581).
 *
 * <p>Open {@link org.signalbox.transport.Transports} first; {@link
 * org.signalbox.transport.MessageSender} and {@link org.signalbox.transport.MessageReceiver} are
 * all the rooms above need. The only user of Netty; knows nothing of transactions, scripts or name
 * resolution.
 */
@NullMarked
package org.signalbox.transport;

import org.jspecify.annotations.NullMarked;
