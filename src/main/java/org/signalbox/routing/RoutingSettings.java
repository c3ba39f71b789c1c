// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.TransportProtocol;

/**
 * What global parameters of the file say about the way of messages (script.md §4.3).
 *
 * @param packets whether {@code event_route[core:msg-received]} sees what arrives ({@code
 *     received_route_mode})
 * @param locks how many locks keep the messages of one Call-ID apart ({@code route_locks_size}); 0
 *     for none
 * @param sentReplies whether replies that are passed on meet {@code onsend_route}
 * @param forceRport whether every request is answered to its source port
 * @param localRport whether our Via asks every next hop for {@code rport}
 * @param datagram the largest request in bytes that leaves over UDP ({@code udp_mtu}); 0 for any
 * @param largeRequests what larger ones leave over; null for UDP all the same
 * @param byRoute whether requests leave from the socket that the routing table of the machine says
 *     ({@code mhomed})
 * @param failover whether a request that does not get through goes to the next address of its name
 *     ({@code use_dns_failover})
 */
public record RoutingSettings(
    boolean packets,
    int locks,
    boolean sentReplies,
    boolean forceRport,
    boolean localRport,
    int datagram,
    @Nullable TransportProtocol largeRequests,
    boolean byRoute,
    boolean failover) {

  /** What holds where the file says nothing. */
  public static final RoutingSettings DEFAULTS =
      new RoutingSettings(false, 0, false, false, false, 0, null, false, false);
}
