// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.mqueue;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.script.WireText;

/** The commands {@code mqueue.*} (modules.md §16). */
final class QueueCommands {
  private static final String UNNAMED = "No queue name";
  private static final String UNKNOWN = "No such queue";

  private final Queues queues;

  QueueCommands(Queues queues) {
    this.queues = queues;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("mqueue.get_size", "How many items a queue has", this::size),
      reading("mqueue.get_sizes", "How many items each queue has", this::sizes).listed(),
      changing("mqueue.fetch", "Takes the oldest item out of a queue", this::fetch)
    };
  }

  private void size(RpcCall call) {
    String name = call.need(RpcParameter.TEXT, 400, UNNAMED);
    queues
        .find(name)
        .ifPresentOrElse(queue -> describe(call.struct(), queue), () -> call.fault(404, UNKNOWN));
  }

  /** The last defined comes first. */
  private void sizes(RpcCall call) {
    List<MessageQueue> all = new ArrayList<>(queues.all());
    Collections.reverse(all);
    all.forEach(queue -> describe(call.struct(), queue));
  }

  private void fetch(RpcCall call) {
    String name = call.need(RpcParameter.TEXT, 500, UNNAMED);
    MessageQueue queue = queues.find(name).orElse(null);
    if (queue == null) {
      call.fault(500, UNKNOWN);
      return;
    }
    MessageQueue.Item item = queue.fetch();
    if (item == null) {
      call.fault(404, "Empty queue");
    } else {
      call.struct()
          .add("key", WireText.decoded(item.key()))
          .add("val", WireText.decoded(item.value()));
    }
  }

  private static void describe(RpcStruct into, MessageQueue queue) {
    into.add("name", queue.name()).add("size", (long) queue.size());
  }
}
