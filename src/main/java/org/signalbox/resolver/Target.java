// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetSocketAddress;
import org.signalbox.sip.TransportProtocol;

/** One address to try, resolved, with its port and what to speak there. */
public record Target(TransportProtocol protocol, InetSocketAddress address) {}
