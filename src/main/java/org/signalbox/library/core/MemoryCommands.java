// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.statistics.HeapUse;

/** The memory: one heap, where Kamailio has a shared one and one for each process. */
final class MemoryCommands {
  private static final String HEAP = "heap of the JVM";
  private static final String MAIN = "main process - attendant";

  private MemoryCommands() {}

  static RpcCommand[] all() {
    return new RpcCommand[] {
      reading("core.shmmem", "The use of the memory, in a unit", MemoryCommands::inUnit),
      reading("shm.stats", "The use of the memory in bytes", call -> use(call.struct(), 1)),
      reading("shm.info", "Kind and size of the memory", MemoryCommands::kind),
      reading("pkg.info", "Kind and size of the memory", MemoryCommands::kind),
      reading("pkg.stats", "The use of the memory by process", MemoryCommands::ofProcess).listed(),
      reading("mod.stats", "The memory of modules", MemoryCommands::ofModule).listed(),
      reading("mod.mem_stats", "The memory of modules", MemoryCommands::ofModule).listed(),
      reading("mod.mem_statsx", "The memory of modules", MemoryCommands::ofModule).listed()
    };
  }

  private static void inUnit(RpcCall call) {
    String unit = call.optional(RpcParameter.TEXT);
    long bytes = unit == null ? 1 : bytes(unit.toLowerCase(Locale.ROOT));
    if (bytes == 0) {
      call.fault(500, "bad param, (use b|k|m|g)");
    } else {
      use(call.struct(), bytes);
    }
  }

  private static long bytes(String unit) {
    return switch (unit) {
      case "b" -> 1;
      case "k", "kb" -> 1 << 10;
      case "m", "mb" -> 1 << 20;
      case "g", "gb" -> 1 << 30;
      default -> 0;
    };
  }

  private static void use(RpcStruct into, long unit) {
    HeapUse heap = HeapUse.now();
    into.add("total", heap.total() / unit)
        .add("free", heap.free() / unit)
        .add("used", heap.used() / unit)
        .add("real_used", heap.committed() / unit)
        .add("max_used", heap.peak() / unit)
        .add("fragments", 0);
  }

  private static void kind(RpcCall call) {
    call.struct().add("name", HEAP).add("size", HeapUse.now().total());
  }

  private static void ofProcess(RpcCall call) {
    String filter = call.optional(RpcParameter.TEXT);
    if (filter != null && !matches(call, filter)) {
      return;
    }
    HeapUse heap = HeapUse.now();
    call.struct()
        .add("entry", 0)
        .add("pid", ProcessHandle.current().pid())
        .add("rank", 0)
        .add("used", heap.used())
        .add("free", heap.free())
        .add("real_used", heap.committed())
        .add("total_size", heap.total())
        .add("total_frags", 0)
        .add("desc", MAIN);
  }

  /** Whether the filter lets the only process pass; a fault if not. */
  private static boolean matches(RpcCall call, String filter) {
    Long only =
        switch (filter) {
          case "pid" -> (Long) ProcessHandle.current().pid();
          case "rank", "index" -> (Long) 0L;
          default -> null;
        };
    String problem = only == null ? "Invalid filter type" : mismatch(call, filter, only);
    if (problem != null) {
      call.fault(500, problem);
    }
    return problem == null;
  }

  private static @Nullable String mismatch(RpcCall call, String filter, long only) {
    long wanted = call.need(RpcParameter.ANY_INTEGER, 500, "One more parameter expected");
    return wanted == only ? null : "No such " + filter;
  }

  private static void ofModule(RpcCall call) {
    call.need(RpcParameter.TEXT, 500, "Module name or \"all\" needed");
    call.fault(500, "A JVM does not count memory by module: see shm.stats");
  }
}
