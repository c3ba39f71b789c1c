// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code tcpops}: what scripts ask and tell single connections, and the news of their
 * end (tcpops.md).
 *
 * <p>Open {@link org.signalbox.tcpops.TcpopsModule} first. Works on the connection port of the
 * transport, whatever protocol runs in a connection; knows no sockets.
 */
@NullMarked
package org.signalbox.tcpops;

import org.jspecify.annotations.NullMarked;
