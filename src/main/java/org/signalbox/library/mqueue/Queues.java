// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.mqueue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.variable.VariableTable;

/**
 * The queues of a file and what scripts do with them. Filled before the first message, then
 * unchanged. What was fetched belongs to the run that has fetched it.
 */
final class Queues {
  private static final int EMPTY = -2;
  private static final int UNKNOWN = -1;

  private static final StateKey<Map<String, MessageQueue.Item>> FETCHED =
      StateKey.ofRun(HashMap::new);

  private final Map<String, MessageQueue> queues = new LinkedHashMap<>();

  void add(QueueSettings settings) {
    queues.putIfAbsent(settings.name(), new MessageQueue(settings));
  }

  Optional<MessageQueue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  List<MessageQueue> all() {
    return List.copyOf(queues.values());
  }

  VariableFamily variables() {
    return VariableTable.builder()
        .inner("mqk", name -> (frame, into) -> into.set(fetched(frame, name, true)))
        .inner("mqv", name -> (frame, into) -> into.set(fetched(frame, name, false)))
        .build();
  }

  private static @Nullable String fetched(Frame frame, String name, boolean key) {
    MessageQueue.Item item = frame.state(FETCHED).get(name);
    return item == null ? null : key ? item.key() : item.value();
  }

  /** {@code mq_add(queue, key, value)}. */
  int add(Frame frame, String[] given) {
    MessageQueue queue = queue(frame, given[0]);
    if (queue == null) {
      return UNKNOWN;
    }
    queue.add(new MessageQueue.Item(given[1], given[2]));
    return 1;
  }

  /** {@code mq_fetch(queue)}: then the item is behind $mqk and $mqv. */
  int fetch(Frame frame, String name) {
    frame.state(FETCHED).remove(name);
    MessageQueue queue = queue(frame, name);
    if (queue == null) {
      return UNKNOWN;
    }
    MessageQueue.Item item = queue.fetch();
    if (item == null) {
      return EMPTY;
    }
    frame.state(FETCHED).put(name, item);
    return 1;
  }

  /** {@code mq_pv_free(queue)}. */
  int free(Frame frame, String name) {
    frame.state(FETCHED).remove(name);
    return 1;
  }

  /** {@code mq_size(queue)}: -1 when it is empty, -2 when there is none. */
  int size(Frame frame, String name) {
    MessageQueue queue = queue(frame, name);
    if (queue == null) {
      return -2;
    }
    int size = queue.size();
    return size == 0 ? -1 : size;
  }

  private @Nullable MessageQueue queue(Frame frame, String name) {
    MessageQueue queue = queues.get(name);
    if (queue == null) {
      frame.error("mqueue not found: " + name);
    }
    return queue;
  }
}
