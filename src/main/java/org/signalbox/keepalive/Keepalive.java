// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Watches destinations: the guide's in-process API, typed, and the front of this room. Thread-safe;
 * nothing here blocks, and callbacks run with no lock held.
 */
public final class Keepalive {
  Keepalive() {}

  /** Adds a destination pinged as the configuration says, first in half a second. */
  public AddOutcome add(String uri, String owner) {
    return add(NewDestination.of(uri, owner));
  }

  /** Adds a destination, first pinged in half a second. */
  public AddOutcome add(NewDestination destination) {
    throw new UnsupportedOperationException(destination.toString());
  }

  /**
   * Adds many, their first pings spread over the interval.
   *
   * @return what became of each, in the same order
   */
  public List<AddOutcome> addAll(Collection<NewDestination> destinations) {
    throw new UnsupportedOperationException(destinations.toString());
  }

  /** Ends watching a destination; false when there is none. */
  public boolean remove(String uri, String owner) {
    throw new UnsupportedOperationException(uri + owner);
  }

  /** Ends watching a destination; false when there is none. */
  public boolean remove(long id) {
    throw new UnsupportedOperationException(Long.toString(id));
  }

  /** Ends watching all of them; answers how many they were. */
  public int flush() {
    throw new UnsupportedOperationException();
  }

  /**
   * The state of a URI, whoever owns it; the one added last wins. Allocates nothing but the result.
   *
   * @param uri with or without {@code sip:}
   */
  public Optional<DestinationState> state(String uri) {
    throw new UnsupportedOperationException(uri);
  }

  /**
   * What {@code ka_is_alive} returns. Allocates nothing.
   *
   * @param uri with or without {@code sip:}
   * @return 1 for up or unknown, 2 for down, -1 for a URI that nobody watches
   */
  public int alive(String uri) {
    throw new UnsupportedOperationException(uri);
  }

  /** One destination by its identity. */
  public Optional<DestinationStatus> find(String uri, String owner) {
    throw new UnsupportedOperationException(uri + owner);
  }

  /** One destination by its number. */
  public Optional<DestinationStatus> find(long id) {
    throw new UnsupportedOperationException(Long.toString(id));
  }

  /**
   * Destinations in the order of their numbers, which is the order in which they were added.
   *
   * @param after the last number of the page before, 0 for the first page
   * @param limit at most so many, from 1
   */
  public List<DestinationStatus> page(long after, int limit) {
    throw new UnsupportedOperationException(after + "+" + limit);
  }

  /** The latest round-trip times of a destination in microseconds, oldest first, at most 64. */
  public int[] roundTrips(long id) {
    throw new UnsupportedOperationException(Long.toString(id));
  }

  /** How many destinations are watched. */
  public int size() {
    throw new UnsupportedOperationException();
  }
}
