// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.statistics.HeapUse;
import org.signalbox.statistics.Statistics;

/** What golden cases cannot show: it is never the same twice. */
class StatisticsCommandsTest {

  /** statistics.md, case 26. */
  @Test
  void theMemoryHasSixNumbers() {
    Statistics statistics = new Statistics();
    HeapUse.register(statistics);
    Port<Statistics> port = Port.to(Statistics.class);
    port.connect(new Bindings().bind(Statistics.class, statistics));
    RpcRegistry registry = new RpcRegistry();
    for (RpcCommand command : new StatisticsCommands(port).all()) {
      registry.register(command);
    }
    registry.open(true);
    String asked =
        "{\"jsonrpc\":\"2.0\",\"method\":\"stats.get_statistics\",\"params\":[\"shmem:\"]}";
    assertThat(
            new JsonRpc(registry, JsonRpc.Manners.KAMAILIO, false)
                .call(asked, command -> true)
                .body())
        .matches(
            "\\{\"jsonrpc\":\"2.0\",\"result\":\\[\"shmem:fragments = 0\"(,\"shmem:\\w+ ="
                + " \\d+\"){5}]}");
  }
}
