// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may stand in an answer. */
final class RpcItems {
  private RpcItems() {}

  static @Nullable Object checked(@Nullable Object item) {
    if (item == null
        || item instanceof Number
        || item instanceof String
        || item instanceof Boolean
        || item instanceof Instant
        || item instanceof RpcStruct
        || item instanceof RpcArray) {
      return item;
    }
    throw new IllegalArgumentException("an answer cannot hold a " + item.getClass().getName());
  }
}
