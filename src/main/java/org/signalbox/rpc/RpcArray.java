// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in an answer. An item is an Integer, Long, Double, Boolean, Instant, String, null, {@link
 * RpcStruct} or {@link RpcArray}. Not thread-safe.
 */
public final class RpcArray {
  private final List<@Nullable Object> items = new ArrayList<>();

  /**
   * Appends an item.
   *
   * @throws IllegalArgumentException when it is of another type
   */
  public RpcArray add(@Nullable Object item) {
    items.add(RpcItems.checked(item));
    return this;
  }

  /** Appends a structure and returns it to be filled. */
  public RpcStruct struct() {
    RpcStruct struct = new RpcStruct();
    items.add(struct);
    return struct;
  }

  /** Appends a list and returns it to be filled. */
  public RpcArray array() {
    RpcArray array = new RpcArray();
    items.add(array);
    return array;
  }

  /** What it holds, in order. */
  public List<@Nullable Object> items() {
    return Collections.unmodifiableList(items);
  }
}
