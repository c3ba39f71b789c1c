// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Statistics;

/** The statistics of {@code sl}: by code where one has a counter of its own, else by class. */
final class ReplyCounters {
  private static final String GROUP = "sl";
  private static final List<Integer> CODES =
      List.of(200, 202, 300, 301, 302, 400, 401, 403, 404, 407, 408, 483, 500);

  private final Statistics statistics;
  private final Map<String, Counter> all = new LinkedHashMap<>();
  private final Counter sent;

  /** That of each code: a reply looks up no name. */
  private final @Nullable Counter[] byCode = new @Nullable Counter[700];

  ReplyCounters(Statistics statistics) {
    this.statistics = statistics;
    for (String name : names()) {
      all.put(name, statistics.counter(GROUP, name, "replies of sl"));
    }
    sent = Objects.requireNonNull(all.get("sent_replies"));
    for (int code = 100; code < byCode.length; code++) {
      String counted = CODES.contains(code) ? String.valueOf(code) : code / 100 + "xx";
      byCode[code] = all.get(counted + "_replies");
    }
  }

  static String[] names() {
    List<String> names = new ArrayList<>();
    for (int first = 1; first <= 6; first++) {
      names.add(first + "xx_replies");
    }
    CODES.forEach(code -> names.add(code + "_replies"));
    names.addAll(
        List.of("xxx_replies", "failures", "received_ACKs", "sent_err_replies", "sent_replies"));
    return names.toArray(String[]::new);
  }

  /** {@code sl.stats}: by code and class, in Kamailio's order (rpc.md §8.2). */
  void describe(RpcStruct into) {
    for (int first = 2; first <= 6; first++) {
      for (int code : CODES) {
        if (code / 100 == first) {
          into.add(String.valueOf(code), value(String.valueOf(code)));
        }
      }
      into.add(first + "xx", value(first + "xx"));
    }
    into.add("xxx", value("xxx"));
  }

  private long value(String name) {
    Counter counter = all.get(name + "_replies");
    return counter == null ? 0 : counter.value();
  }

  void sent(int code) {
    sent.increment();
    Counter own = code >= 0 && code < byCode.length ? byCode[code] : null;
    if (own != null) {
      own.increment();
    }
  }

  void failed() {
    count("failures");
  }

  void error() {
    count("sent_err_replies");
  }

  private void count(String name) {
    Counter counter = all.get(name);
    if (counter != null) {
      counter.increment();
    }
  }

  void remove() {
    all.values().forEach(statistics::remove);
  }
}
