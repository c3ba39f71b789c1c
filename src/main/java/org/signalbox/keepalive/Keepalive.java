// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches destinations: the guide's in-process API, typed. Thread-safe; nothing here blocks, and
 * callbacks run on a worker with no lock held.
 *
 * <p>An interface, so that beans can be given it before the module that does the work is started.
 */
public interface Keepalive {

  /** Adds a destination pinged as the configuration says, first in half a second. */
  default AddOutcome add(String uri, String owner) {
    return add(NewDestination.of(uri, owner));
  }

  /** Adds a destination, first pinged in half a second. */
  AddOutcome add(NewDestination destination);

  /**
   * Adds many, their first pings spread over the interval.
   *
   * @return what became of each, in the same order
   */
  List<AddOutcome> addAll(Collection<NewDestination> destinations);

  /** Ends watching a destination; false when there is none. */
  boolean remove(String uri, String owner);

  /** Ends watching a destination; false when there is none. */
  boolean remove(long id);

  /** Ends watching all of them; answers how many they were. */
  int flush();

  /**
   * The state of a URI, whoever owns it; the one added last wins.
   *
   * @param uri with or without {@code sip:}
   */
  Optional<DestinationState> state(String uri);

  /**
   * What {@code ka_is_alive} returns. Allocates nothing.
   *
   * @param uri with or without {@code sip:}
   * @return 1 for up or unknown, 2 for down, -1 for a URI that nobody watches
   */
  int alive(String uri);

  /** One destination by its identity. */
  Optional<DestinationStatus> find(String uri, String owner);

  /** One destination by its number. */
  Optional<DestinationStatus> find(long id);

  /**
   * Destinations in the order of their numbers, which is the order in which they were added.
   *
   * @param after the last number of the page before, 0 for the first page
   * @param limit at most so many, from 1
   */
  List<DestinationStatus> page(long after, int limit);

  /** All destinations, youngest first; what comes and goes meanwhile may or may not be seen. */
  Stream<DestinationStatus> newest();

  /** The latest round-trip times of a destination in microseconds, oldest first, at most 64. */
  int[] roundTrips(long id);

  /** The latest changes of state of a destination, oldest first, at most 16. */
  List<StateChange> history(long id);

  /** The addresses of a destination of which each is asked; none where that is not so. */
  List<TargetStatus> targets(long id);

  /**
   * Changes how a destination is pinged, from its next ping on; remembered over a restart.
   *
   * @param settings values by name, as {@code modparam} has them; null for the file's value
   * @param by who asks for it
   */
  ChangeOutcome change(long id, Map<String, @Nullable String> settings, String by);

  /**
   * Pauses the pings of a destination: its state stays as it is. Remembered over a restart.
   *
   * @param reason for operators; may be empty
   * @param length after which they go on; null for when somebody says so
   * @param by who asks for it
   * @return empty when there is no such destination
   */
  Optional<DestinationStatus> pause(long id, String reason, @Nullable Duration length, String by);

  /** Ends the pause of a destination. Empty when there is none. */
  Optional<DestinationStatus> resume(long id, String by);

  /** Pauses all pings; those paused alone stay so afterwards. */
  void pauseAll(String reason, @Nullable Duration length, String by);

  /** Ends the pause of all. */
  void resumeAll();

  /** Why nothing is pinged now; empty when all are. */
  Optional<Pause> paused();

  /** How many destinations of each group are in each state. */
  Map<String, StateCounts> groups();

  /** How many destinations are in each state; costs nothing, however many there are. */
  StateCounts counts();

  /** How many destinations are watched. */
  int size();

  /** How many destinations there may be. */
  int bound();
}
