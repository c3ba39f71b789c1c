// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.timer.TimeSource;
import org.signalbox.transport.Destination;

/**
 * Addresses that nothing is sent to for a while, because that has failed (runtime.md §9).
 * Thread-safe; asking takes no lock.
 */
public final class Blocklist {
  /** A datagram or a message of a stream could not be sent. */
  public static final int UNSENT = 2;

  /** Nobody takes connections. */
  public static final int UNCONNECTED = 4;

  /** No answer came. */
  public static final int SILENT = 16;

  /** The answer was 503. */
  public static final int UNAVAILABLE = 32;

  /** More addresses than that are not listed. */
  private static final int MOST = 10_000;

  private record Place(TransportProtocol protocol, InetSocketAddress address) {}

  private record Listing(int reasons, long end) {}

  /** One of them, for display; the reasons are a sum. */
  public record Entry(
      TransportProtocol protocol, InetSocketAddress address, int reasons, long seconds) {}

  private final BlocklistSettings settings;
  private final TimeSource time;
  private final long origin;
  private final Map<Place, Listing> listings = new ConcurrentHashMap<>();

  public Blocklist(BlocklistSettings settings, TimeSource time) {
    this.settings = settings;
    this.time = time;
    this.origin = time.nanos();
  }

  /** Whether anything is ever listed. */
  public boolean isOn() {
    return settings.on();
  }

  /** Whether nothing may be sent there. */
  public boolean has(Destination destination) {
    if (listings.isEmpty()) {
      return false;
    }
    Place place = new Place(destination.protocol(), destination.address());
    Listing listing = listings.get(place);
    if (listing != null && now() >= listing.end) {
      listings.remove(place, listing);
      return false;
    }
    return listing != null;
  }

  /** Lists an address for the usual time. */
  public void add(Destination destination, int reasons) {
    add(destination, reasons, settings.lifetime());
  }

  /** Lists an address; not for reasons that do not count for its protocol. */
  public void add(Destination destination, int reasons, Duration lifetime) {
    int counting = reasons & ~settings.ignored().getOrDefault(destination.protocol(), 0);
    if (!settings.on() || counting == 0) {
      return;
    }
    if (listings.size() >= MOST) {
      long now = now();
      listings.values().removeIf(listing -> now >= listing.end);
    }
    if (listings.size() < MOST) {
      listings.put(
          new Place(destination.protocol(), destination.address()),
          new Listing(counting, now() + lifetime.toNanos()));
    }
  }

  /** Forgets all of them. */
  public void clear() {
    listings.clear();
  }

  /** Those that hold. */
  public List<Entry> all() {
    long now = now();
    return listings.entrySet().stream()
        .filter(each -> now < each.getValue().end)
        .map(
            each ->
                new Entry(
                    each.getKey().protocol,
                    each.getKey().address,
                    each.getValue().reasons,
                    TimeUnit.NANOSECONDS.toSeconds(each.getValue().end - now)))
        .toList();
  }

  private long now() {
    return time.nanos() - origin;
  }
}
