// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.resolver.DnsEntry;
import org.signalbox.resolver.DnsMemory;
import org.signalbox.resolver.DnsRecord;
import org.signalbox.resolver.DnsType;
import org.signalbox.resolver.NumericHost;
import org.signalbox.routing.Globals;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;

/** {@code dns.*}: what the resolver remembers (rpc.md §8.4). */
final class DnsCommands {
  private static final String OFF = "dns cache support disabled";
  private static final String NOT_FOUND = "Not found";

  /** A record of flags: it stays. */
  private static final int PERMANENT = 1;

  /** About what an entry and a record take, beside the names. */
  private static final int OVERHEAD = 96;

  /** Types that Kamailio remembers and nobody here asks for. */
  private static final List<String> UNUSED = List.of("cname", "txt", "ebl", "ptr");

  private final Port<DnsMemory> memory = Port.to(DnsMemory.class);
  private final Port<Globals> globals = Port.to(Globals.class);

  RpcCommand[] all() {
    List<RpcCommand> all = new ArrayList<>();
    Collections.addAll(
        all,
        reading("dns.mem_info", "About how much memory names take, and their bound", this::use),
        reading("dns.view", "What is known of names", this::view).listed(),
        reading("dns.debug", "The names that are known", this::names).listed(),
        reading("dns.debug_all", "The names that are known", this::names).listed(),
        reading("dns.lookup", "Looks a name up: type, name", this::lookUp),
        changing("dns.add_a", "Adds an address: name, seconds, address, 1 to keep it", this::add4),
        changing(
            "dns.add_aaaa", "Adds an address: name, seconds, address, 1 to keep it", this::add6),
        changing(
            "dns.add_srv",
            "Adds a service: name, seconds, priority, weight, port, host, 1 to keep it",
            this::addService),
        changing(
            "dns.delete_all", "Forgets all names but those to keep", call -> clear(call, false)),
        changing("dns.delete_all_force", "Forgets all names", call -> clear(call, true)));
    for (DnsType type : DnsType.values()) {
      all.add(deleting(word(type), call -> delete(call, type)));
    }
    UNUSED.forEach(type -> all.add(deleting(type, call -> delete(call, null))));
    return all.toArray(RpcCommand[]::new);
  }

  private static RpcCommand deleting(String type, RpcCommand.Handler handler) {
    return changing("dns.delete_" + type, "Forgets a name", handler);
  }

  private static String word(DnsType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  void connect(Bindings bindings) {
    memory.connectIfThere(bindings);
    globals.connect(bindings);
  }

  /** Null, after a fault, when nothing is remembered. */
  private @Nullable DnsMemory known(RpcCall call) {
    if (!memory.connected() || memory.get().off()) {
      call.fault(500, OFF);
      return null;
    }
    return memory.get();
  }

  private void use(RpcCall call) {
    DnsMemory known = known(call);
    if (known != null) {
      call.add(known.all().stream().mapToLong(DnsCommands::size).sum())
          .add(globals.get().integer("dns_cache_mem") * 1024);
    }
  }

  private static long size(DnsEntry entry) {
    return OVERHEAD + entry.name().length() + (long) OVERHEAD * entry.records().size();
  }

  private void view(RpcCall call) {
    DnsMemory known = known(call);
    if (known != null) {
      known.all().forEach(entry -> describe(entry, call.struct()));
    }
  }

  private void names(RpcCall call) {
    DnsMemory known = known(call);
    if (known != null) {
      known
          .all()
          .forEach(
              entry -> call.add(entry.name()).add(entry.type().name()).add(entry.records().size()));
    }
  }

  private static void describe(DnsEntry entry, RpcStruct into) {
    into.add("name", entry.name())
        .add("type", entry.type().name())
        .add("size_bytes", size(entry))
        .add("reference_counter", 1)
        .add("permanent", yesOrNo(entry.permanent()))
        .add("expires", entry.secondsLeft())
        .add("last_used", 0)
        .add("negative_entry", yesOrNo(entry.records().isEmpty()));
    var records = into.array("records");
    int index = 0;
    for (DnsRecord record : entry.records()) {
      RpcStruct each = records.struct().add("rr_idx", index++);
      describe(record, each);
      each.add("rr_permanent", yesOrNo(entry.permanent())).add("rr_expires", entry.secondsLeft());
    }
  }

  private static void describe(DnsRecord record, RpcStruct into) {
    if (record instanceof DnsRecord.Host host) {
      into.add("rr_ip", host.address().getHostAddress());
    } else if (record instanceof DnsRecord.Service service) {
      into.add("rr_name", service.host())
          .add("rr_port", service.port())
          .add("rr_priority", service.priority())
          .add("rr_weight", service.weight());
    } else if (record instanceof DnsRecord.Pointer pointer) {
      into.add("rr_order", pointer.order())
          .add("rr_preference", pointer.preference())
          .add("rr_flags", pointer.flags())
          .add("rr_service", pointer.service())
          .add("rr_replacement", pointer.replacement());
    }
  }

  private static String yesOrNo(boolean yes) {
    return yes ? "yes" : "no";
  }

  private void lookUp(RpcCall call) {
    DnsMemory known = known(call);
    if (known == null) {
      return;
    }
    String written = call.need(RpcParameter.TEXT).toUpperCase(Locale.ROOT);
    String name = call.need(RpcParameter.TEXT);
    Optional<DnsType> type = type(written);
    if (type.isEmpty()) {
      boolean other = UNUSED.contains(written.toLowerCase(Locale.ROOT));
      call.fault(400, other ? NOT_FOUND : "Invalid type");
      return;
    }
    CompletableFuture<Optional<DnsEntry>> answer = new CompletableFuture<>();
    known.lookUp(name, type.get(), answer::complete);
    answer // which comes: every question has its deadline
        .join()
        .ifPresentOrElse(entry -> describe(entry, call.struct()), () -> call.fault(400, NOT_FOUND));
  }

  private static Optional<DnsType> type(String written) {
    for (DnsType type : DnsType.values()) {
      if (type.name().equals(written)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private void add4(RpcCall call) {
    addAddress(call, DnsType.A);
  }

  private void add6(RpcCall call) {
    addAddress(call, DnsType.AAAA);
  }

  private void addAddress(RpcCall call, DnsType type) {
    String name = call.need(RpcParameter.TEXT);
    long ttl = call.need(RpcParameter.INTEGER);
    String written = call.need(RpcParameter.TEXT);
    long flags = call.need(RpcParameter.INTEGER);
    InetAddress address = NumericHost.parse(written);
    int length = type == DnsType.A ? 4 : 16;
    if (address == null || address.getAddress().length != length) {
      call.fault(400, "Malformed ip address");
    } else {
      add(call, new Added(name, type, ttl, flags), new DnsRecord.Host(address));
    }
  }

  private record Added(String name, DnsType type, long ttl, long flags) {}

  private void addService(RpcCall call) {
    String name = call.need(RpcParameter.TEXT);
    long ttl = call.need(RpcParameter.INTEGER);
    long priority = call.need(RpcParameter.INTEGER);
    long weight = call.need(RpcParameter.INTEGER);
    long port = call.need(RpcParameter.INTEGER);
    String host = call.need(RpcParameter.TEXT);
    long flags = call.need(RpcParameter.INTEGER);
    if (outOfRange(priority) || outOfRange(weight) || outOfRange(port)) {
      call.fault(400, "Priority, weight and port are 0 to 65535");
      return;
    }
    DnsRecord service = new DnsRecord.Service((int) priority, (int) weight, (int) port, host);
    add(call, new Added(name, DnsType.SRV, ttl, flags), service);
  }

  private static boolean outOfRange(long number) {
    return number < 0 || number > 65_535;
  }

  private void add(RpcCall call, Added wanted, DnsRecord record) {
    DnsMemory known = known(call);
    boolean permanent = (wanted.flags() & PERMANENT) != 0;
    Duration ttl = Duration.ofSeconds(Math.max(0, Math.min(wanted.ttl(), Integer.MAX_VALUE)));
    if (known != null && !known.add(wanted.name(), wanted.type(), record, ttl, permanent)) {
      call.fault(400, "Malformed name");
    }
  }

  private void delete(RpcCall call, @Nullable DnsType type) {
    String name = call.need(RpcParameter.TEXT);
    DnsMemory known = known(call);
    if (known != null && (type == null || !known.forget(name, type))) {
      call.fault(400, NOT_FOUND);
    }
  }

  private void clear(RpcCall call, boolean permanentToo) {
    DnsMemory known = known(call);
    if (known != null) {
      known.forgetAll(permanentToo);
      call.struct().add("status", "ok");
    }
  }
}
