// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipMessage;

/**
 * Messages that are kept until they run again or expire. Thread-safe; nothing here waits.
 *
 * <p>An interface, so that beans can be given it before the module that does the work is started.
 */
public interface SipRepository {

  /**
   * Keeps a copy of a message as it was received.
   *
   * @param message of a servlet request: {@code ((RawRequest) request).message()}
   * @param id together with the Call-ID it names the copy; may be empty
   */
  PushOutcome push(SipMessage message, String id);

  /**
   * Runs a message through {@code route[route]}, on this thread.
   *
   * @param after what becomes of the copy
   */
  PullOutcome pull(String callId, String id, String route, After after);

  /**
   * The same on a worker, which looks for the message.
   *
   * @param group null for the group that serves events
   */
  PullOutcome pullLater(
      String callId, String id, String route, After after, @Nullable String group);

  /** The same for a message that was found: also when its Call-ID or id is no UTF-8. */
  PullOutcome pullLater(StoredMessage message, String route, After after, @Nullable String group);

  /** What becomes of a copy that is pulled. */
  enum After {
    KEEP,
    REMOVE
  }

  /** Forgets a message; false when there is none. */
  boolean remove(String callId, String id);

  /** Forgets this very message; false when it is not kept any more. */
  boolean remove(StoredMessage message);

  /** A message by its Call-ID and id. */
  Optional<StoredMessage> find(String callId, String id);

  /** A message by its number. */
  Optional<StoredMessage> find(long number);

  /** All messages of a call, oldest first. */
  List<StoredMessage> find(String callId);

  /**
   * A page of all messages.
   *
   * @param after the number of the last message of the page before, 0 for the first page
   * @param limit at most so many, from 1
   */
  List<StoredMessage> page(long after, int limit);

  /** The same of the messages of one call, oldest first; passes over those before. */
  List<StoredMessage> page(String callId, long after, int limit);

  /** All messages; what comes and goes meanwhile may or may not be seen. */
  Stream<StoredMessage> stream();

  /** How many messages are kept, those included that have expired and wait to be swept. */
  long count();

  /** How many messages of a call are kept. */
  int count(String callId);

  /** How many bytes of memory all messages take together, as {@code max_bytes} counts. */
  long bytes();
}
