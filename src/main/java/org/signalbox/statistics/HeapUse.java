// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.function.ToLongFunction;

/**
 * The memory of the server in bytes, in the words of Kamailio's shared memory (statistics.md §5).
 *
 * @param total what the heap may become
 * @param used what objects take, dead ones that are not collected yet included
 * @param committed what the heap takes from the machine
 * @param peak the most that was ever used, added up over the parts of the heap
 */
public record HeapUse(long total, long used, long committed, long peak) {
  private static final String GROUP = "shmem";

  /** As it is now. */
  public static HeapUse now() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    long total = heap.getMax() < 0 ? heap.getCommitted() : heap.getMax();
    return new HeapUse(total, heap.getUsed(), heap.getCommitted(), peak);
  }

  /** What can still be used. */
  public long free() {
    return total - used;
  }

  /** One line for the log. */
  public String summary() {
    return "heap: %d of %d bytes used, %d free, %d taken from the machine, %d at most so far"
        .formatted(used, total, free(), committed, peak);
  }

  /** Registers the six numbers of the group {@code shmem}. */
  public static void register(Statistics statistics) {
    gauge(statistics, "total_size", "what the heap may become", HeapUse::total);
    gauge(statistics, "used_size", "what objects take", HeapUse::used);
    gauge(statistics, "real_used_size", "what the heap takes", HeapUse::committed);
    gauge(statistics, "max_used_size", "the most ever used", HeapUse::peak);
    gauge(statistics, "free_size", "what can still be used", HeapUse::free);
    gauge(statistics, "fragments", "none: the heap is compacted", heap -> 0);
  }

  private static void gauge(
      Statistics statistics, String name, String description, ToLongFunction<HeapUse> part) {
    statistics.gauge(GROUP, name, description, () -> part.applyAsLong(now()));
  }
}
