// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;

/**
 * What operators may ask (keepalive.md §7): Kamailio's five commands, and what ours tell beyond.
 */
final class KeepaliveCommands {
  private static final int FAULT = 500;
  static final String MISSING = "couldn't get data from list";
  private static final String FORMAT = "Not enough parameters or wrong format";
  private static final long MOST = 1000;

  private final Port<Keepalive> keepalive;
  private final Supplier<Listing> listing;

  /**
   * @param listing as the file wants it
   */
  KeepaliveCommands(Port<Keepalive> keepalive, Supplier<Listing> listing) {
    this.keepalive = keepalive;
    this.listing = listing;
  }

  /**
   * What {@code keepalive.list} answers with.
   *
   * @param all whether with a list, else with the one destination that Kamailio shows
   * @param most how many a list may have: it is put together in memory
   */
  record Listing(boolean all, long most) {}

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("keepalive.list", "Lists all destinations, youngest first", this::list).listed(),
      changing("keepalive.add", "Watches a destination: URI, owner", this::add),
      changing("keepalive.del", "Stops watching a destination: URI, owner", this::remove),
      reading("keepalive.get", "Tells the state of a destination: URI, owner", this::state),
      changing("keepalive.flush", "Stops watching all destinations", this::flush),
      reading("keepalive.info", "Tells all about a destination: URI, owner", this::info),
      reading(
              "keepalive.history",
              "Tells when a destination, or one address of it, went up and down: URI, owner,"
                  + " address",
              this::history)
          .listed(),
      reading("keepalive.targets", "Tells of each address of a destination", this::targets)
          .listed(),
      reading("keepalive.groups", "Counts the destinations of each group", this::groups).listed(),
      reading("keepalive.page", "Lists destinations: after which number, how many", this::page)
          .listed(),
    };
  }

  private void list(RpcCall call) {
    Listing wanted = listing.get();
    int size = keepalive.get().size();
    if (!wanted.all) {
      call.last();
      keepalive.get().page(0, 1).forEach(each -> DestinationStruct.kamailio(call.struct(), each));
    } else if (size > wanted.most) {
      call.fault(
          FAULT, "%d destinations are too many for one list: see keepalive.page".formatted(size));
    } else {
      keepalive.get().newest().forEach(each -> DestinationStruct.kamailio(call.struct(), each));
    }
  }

  private void add(RpcCall call) {
    Named named = named(call);
    if (named != null) {
      AddOutcome outcome = keepalive.get().add(named.uri, named.owner);
      answer(
          call,
          outcome instanceof AddOutcome.Added,
          "Ok. Destination added.",
          "couldn't add data to list");
    }
  }

  private void remove(RpcCall call) {
    Named named = named(call);
    if (named != null) {
      answer(
          call,
          keepalive.get().remove(named.uri, named.owner),
          "Ok. Destination removed.",
          "couldn't delete data from list");
    }
  }

  private void state(RpcCall call) {
    DestinationStatus found = found(call, keepalive);
    if (found != null) {
      call.struct()
          .add("uri", found.uri())
          .add("owner", found.owner())
          .add("state", found.health().state().number());
    }
  }

  private void info(RpcCall call) {
    DestinationStatus found = found(call, keepalive);
    if (found != null) {
      DestinationStruct.whole(call.struct(), found, keepalive.get().roundTrips(found.id()));
    }
  }

  private void history(RpcCall call) {
    DestinationStatus found = found(call, keepalive);
    if (found != null) {
      String address = call.optional(RpcParameter.TEXT);
      List<StateChange> history =
          address == null ? keepalive.get().history(found.id()) : history(call, found, address);
      history.forEach(each -> DestinationStruct.change(call, each));
    }
  }

  private List<StateChange> history(RpcCall call, DestinationStatus of, String address) {
    for (TargetStatus target : keepalive.get().targets(of.id())) {
      if (target.address().equals(address)) {
        return target.history();
      }
    }
    call.fault(FAULT, "it has no such address");
    return List.of();
  }

  private void targets(RpcCall call) {
    DestinationStatus found = found(call, keepalive);
    if (found != null) {
      keepalive
          .get()
          .targets(found.id())
          .forEach(each -> DestinationStruct.target(call.struct(), each));
    }
  }

  private void groups(RpcCall call) {
    keepalive
        .get()
        .groups()
        .forEach(
            (name, counts) ->
                call.struct()
                    .add("group", name)
                    .add("unknown", counts.unknown())
                    .add("up", counts.up())
                    .add("down", counts.down()));
  }

  private void flush(RpcCall call) {
    keepalive.get().flush();
    call.add("Ok. Destination list flushed.");
  }

  private void page(RpcCall call) {
    Long after = call.optional(RpcParameter.ANY_INTEGER);
    Long limit = call.optional(RpcParameter.ANY_INTEGER);
    int most = (int) Math.max(1, Math.min(MOST, limit == null ? 100 : limit));
    List<DestinationStatus> page = keepalive.get().page(after == null ? 0 : after, most);
    page.forEach(each -> DestinationStruct.brief(call.struct(), each));
  }

  private static void answer(RpcCall call, boolean done, String text, String fault) {
    if (done) {
      call.add(text);
    } else {
      call.fault(FAULT, fault);
    }
  }

  /** The destination that a call names; null when there is none, which it has been told. */
  static @Nullable DestinationStatus found(RpcCall call, Port<Keepalive> keepalive) {
    Named named = named(call);
    DestinationStatus found =
        named == null ? null : keepalive.get().find(named.uri, named.owner).orElse(null);
    if (named != null && found == null) {
      call.fault(FAULT, MISSING);
    }
    return found;
  }

  /** The identity that a call names; null when it names none and has been answered. */
  private static @Nullable Named named(RpcCall call) {
    String uri = call.need(RpcParameter.TEXT, FAULT, FORMAT);
    String owner = call.need(RpcParameter.TEXT, FAULT, FORMAT);
    if (uri.isEmpty() || owner.isEmpty()) {
      call.fault(FAULT, "parameter is len less than 1");
      return null;
    }
    return new Named(uri, owner);
  }

  private record Named(String uri, String owner) {}
}
