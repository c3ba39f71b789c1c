// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.List;
import org.signalbox.statistics.Counter;

/**
 * How many messages went on without a transaction, or not at all (statistics.md §5). Counted
 * always; whoever wants to show them registers {@link #all}. Thread-safe.
 */
public final class MessageCounts {
  private static final String GROUP = "core";

  private final Counter forwardedRequests = counter("fwd_requests", "requests passed on");
  private final Counter forwardedReplies = counter("fwd_replies", "replies passed on");
  private final Counter droppedRequests = counter("drop_requests", "requests that were dropped");
  private final Counter droppedReplies = counter("drop_replies", "replies that were dropped");
  private final Counter malformed = counter("bad_msg_hdr", "messages with a malformed header");

  private static Counter counter(String name, String description) {
    return new Counter(GROUP, name, description);
  }

  Counter forwardedRequests() {
    return forwardedRequests;
  }

  Counter forwardedReplies() {
    return forwardedReplies;
  }

  Counter droppedRequests() {
    return droppedRequests;
  }

  Counter droppedReplies() {
    return droppedReplies;
  }

  Counter malformed() {
    return malformed;
  }

  /** All of them. */
  public List<Counter> all() {
    return List.of(forwardedRequests, forwardedReplies, droppedRequests, droppedReplies, malformed);
  }
}
