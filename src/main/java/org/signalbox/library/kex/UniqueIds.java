// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import java.util.concurrent.atomic.AtomicLong;
import org.signalbox.module.Port;
import org.signalbox.routing.Globals;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.timer.TimeSource;

/**
 * {@code $sruid}: another id each time, of the server's number, the second of its start, its
 * process and a count (variables.md §12). Thread-safe once begun.
 */
final class UniqueIds {
  private final Port<Globals> globals;
  private final AtomicLong count = new AtomicLong();
  private String start = "";

  UniqueIds(Port<Globals> globals) {
    this.globals = globals;
  }

  VariableFamily family() {
    return VariableTable.builder().text("sruid", this::next).build();
  }

  void begin(TimeSource time) {
    String second = Long.toHexString(time.instant().getEpochSecond());
    start = second + "-" + Long.toHexString(ProcessHandle.current().pid()) + "-";
  }

  private String next(Frame frame) {
    long server = globals.get().integer("server_id");
    String number = server == 0 ? "" : Long.toHexString(server) + "-";
    return "srid-" + number + start + Long.toHexString(count.incrementAndGet());
  }
}
