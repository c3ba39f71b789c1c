// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.TransportProtocol;

/**
 * A name that means this server.
 *
 * @param protocol the only protocol it holds for; null for any
 * @param host a host name or address, compared ignoring case
 * @param port the only port it holds for; 0 for any
 */
public record Alias(@Nullable TransportProtocol protocol, String host, int port) {}
