// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.sip.SipResponse;

/**
 * Sees each reply after {@code reply_route} and before it is matched to a transaction: what a
 * module's response function is in Kamailio. Thread-safe; must not block.
 */
@FunctionalInterface
public interface ReplyFilter {

  /** True when nothing else is to be done for the reply. */
  boolean takes(SipResponse reply);
}
