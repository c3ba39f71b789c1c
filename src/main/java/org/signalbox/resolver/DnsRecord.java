// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetAddress;

/** One record of an answer. */
public sealed interface DnsRecord {

  /** A or AAAA. */
  record Host(InetAddress address) implements DnsRecord {}

  /**
   * SRV (RFC 2782).
   *
   * @param priority lower ones first
   * @param weight share among those of one priority
   * @param host empty when the service is decidedly not offered
   */
  record Service(int priority, int weight, int port, String host) implements DnsRecord {}

  /**
   * NAPTR (RFC 3263 §4.1).
   *
   * @param service as {@code SIP+D2U}
   * @param replacement where the services are
   */
  record Pointer(int order, int preference, String flags, String service, String replacement)
      implements DnsRecord {}
}
