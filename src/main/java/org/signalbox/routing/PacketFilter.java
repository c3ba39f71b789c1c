// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.transport.Destination;

/**
 * Sees whatever arrives before it is read and whatever leaves before it is sent; on the thread of
 * the message, several at once.
 */
public interface PacketFilter {

  /**
   * Something has arrived.
   *
   * @return what is read instead, the same array for no change, null for nothing
   */
  byte @Nullable [] arrived(byte[] bytes, ReceiveInfo from);

  /**
   * Something is to leave.
   *
   * @return what leaves instead, the same array for no change, null for nothing
   */
  byte @Nullable [] leaving(byte[] bytes, Destination to);
}
