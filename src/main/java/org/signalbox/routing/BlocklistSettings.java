// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.time.Duration;
import java.util.Map;
import org.signalbox.sip.TransportProtocol;

/**
 * Whether and for how long addresses are left alone (runtime.md §9).
 *
 * @param on {@code use_dst_blocklist}
 * @param lifetime of an entry that says nothing else ({@code dst_blocklist_expire})
 * @param ignored reasons that do not count, by protocol ({@code dst_blocklist_udp_imask}...)
 */
public record BlocklistSettings(
    boolean on, Duration lifetime, Map<TransportProtocol, Integer> ignored) {

  /** What holds where the file says nothing. */
  public static final BlocklistSettings OFF =
      new BlocklistSettings(false, Duration.ofSeconds(60), Map.of());

  public BlocklistSettings {
    ignored = Map.copyOf(ignored);
  }
}
