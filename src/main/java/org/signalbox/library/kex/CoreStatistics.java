// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Routing;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.HeapUse;
import org.signalbox.statistics.Statistic;
import org.signalbox.statistics.Statistics;

/** The groups {@code core} and {@code shmem} (statistics.md §5): what arrives, and the memory. */
final class CoreStatistics {
  private static final String CORE = "core";
  private static final String MEMORY = "shmem";
  private static final int CLASSES = 6;

  /** Methods whose replies are counted, under these names. */
  private static final Map<Method, String> ANSWERED =
      Map.of(
          Method.INVITE, "invite",
          Method.CANCEL, "cancel",
          Method.BYE, "bye",
          Method.REGISTER, "reg",
          Method.MESSAGE, "message",
          Method.PRACK, "prack",
          Method.UPDATE, "update",
          Method.REFER, "refer",
          Method.OPTIONS, "options");

  /** First and last of each range of codes that are counted one by one. */
  private static final int[][] CODES = {
    {400, 411}, {413, 415}, {420, 420}, {480, 489}, {491, 491}, {493, 493}
  };

  private final List<Statistic> own = new ArrayList<>();
  private final Counter requests = counter("rcv_requests", "requests received");
  private final Counter unsupported =
      counter("unsupported_methods", "requests of a method that is not known");
  private final Counter replies = counter("rcv_replies", "replies received");
  private final Counter ringing = counter("rcv_replies_18x", "replies 180 to 189 received");
  private final Map<Method, Counter> byMethod = new EnumMap<>(Method.class);
  private final Map<Method, Counter[]> answersByMethod = new EnumMap<>(Method.class);
  private final Counter[] byClass = classes("rcv_replies_%dxx");
  private final @Nullable Counter[] byCode = new Counter[700];
  private @Nullable Statistics statistics;

  CoreStatistics() {
    for (Method method : Method.values()) {
      if (method != Method.OTHER) {
        String name = method.name().toLowerCase(Locale.ROOT);
        byMethod.put(method, counter("rcv_requests_" + name, "requests received: " + name));
      }
    }
    ANSWERED.forEach(
        (method, name) -> answersByMethod.put(method, classes("rcv_replies_%dxx_" + name)));
    for (int[] range : CODES) {
      for (int code = range[0]; code <= range[1]; code++) {
        byCode[code] = counter("rcv_replies_" + code, "replies received: " + code);
      }
    }
    counter("err_requests", "requests that could not be processed");
    counter("err_replies", "replies that could not be processed");
    counter("bad_URIs_rcvd", "malformed URIs received");
  }

  private Counter counter(String name, String description) {
    Counter counter = new Counter(CORE, name, description);
    own.add(counter);
    return counter;
  }

  private Counter[] classes(String name) {
    Counter[] counters = new Counter[CLASSES + 1];
    for (int first = 1; first <= CLASSES; first++) {
      String full = name.formatted(first);
      counters[first] = counter(full, "replies received: " + full.substring(12));
    }
    counters[0] = replies;
    return counters;
  }

  void register(Statistics into, Routing routing) {
    statistics = into;
    own.addAll(routing.counts().all());
    own.forEach(into::register);
    HeapUse.register(into);
    own.addAll(into.group(MEMORY));
    routing.onArrival(this::count);
  }

  void remove() {
    Statistics known = statistics;
    if (known != null) {
      own.forEach(known::remove);
    }
  }

  private void count(SipMessage message) {
    if (message instanceof SipRequest request) {
      count(request);
    } else if (message instanceof SipResponse reply) {
      count(reply);
    }
  }

  private void count(SipRequest request) {
    requests.increment();
    Counter method = byMethod.get(request.known());
    if (method != null) {
      method.increment();
    } else if (request.version().startsWith("SIP")) {
      unsupported.increment();
    }
  }

  private void count(SipResponse reply) {
    replies.increment();
    int first = reply.statusClass();
    byClass[first].increment();
    if (reply.statusCode() / 10 == 18) {
      ringing.increment();
    }
    Counter code = byCode[reply.statusCode()];
    if (code != null) {
      code.increment();
    }
    CSeq cseq = reply.cseq();
    Counter[] answers = cseq == null ? null : answersByMethod.get(cseq.known());
    if (answers != null) {
      answers[first].increment();
    }
  }
}
