// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Statistics;

/** Kamailio's statistics group {@code tcp} (statistics.md §5). Thread-safe. */
final class StreamStatistics {

  private static final String GROUP = "tcp";

  final Counter established;
  final Counter passiveOpen;
  final Counter connectSuccess;
  final Counter connectFailed;
  final Counter localReject;
  final Counter timedOut;
  final Counter reset;
  final Counter sendTimeout;
  final Counter sendQueueFull;

  StreamStatistics(Statistics statistics, ConnectionTable table) {
    established = statistics.counter(GROUP, "established", "total number of open connections made");
    passiveOpen = statistics.counter(GROUP, "passive_open", "total number of accepted connections");
    connectSuccess = statistics.counter(GROUP, "connect_success", "connections opened from here");
    connectFailed = statistics.counter(GROUP, "connect_failed", "connections that did not open");
    localReject = statistics.counter(GROUP, "local_reject", "connections refused at the limit");
    timedOut = statistics.counter(GROUP, "con_timeout", "connections ended by their lifetime");
    reset =
        statistics.counter(
            GROUP, "con_reset", "total number of TCP_RSTs received on established connections.");
    sendTimeout = statistics.counter(GROUP, "send_timeout", "connections whose peer read nothing");
    sendQueueFull = statistics.counter(GROUP, "sendq_full", "messages refused by a full queue");
    statistics.gauge(GROUP, "current_opened_connections", "connections in the table", table::size);
    statistics.gauge(
        GROUP, "current_write_queue_size", "bytes that wait to be read", table::queuedBytes);
  }
}
