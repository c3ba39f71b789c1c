// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What a {@link SipPeer} says to a request: by method, by default nothing. Thread-safe. */
final class SipScript {

  private final Map<String, Function<WireMessage, List<String>>> answers =
      new ConcurrentHashMap<>();

  void on(String method, Function<WireMessage, List<String>> answer) {
    answers.put(method, answer);
  }

  void on(String method, int... statuses) {
    on(
        method,
        request -> {
          List<String> replies = new ArrayList<>();
          for (int status : statuses) {
            replies.add(request.reply(status, "Peer Says So"));
          }
          return replies;
        });
  }

  List<String> answers(WireMessage message) {
    return message.request()
        ? answers.getOrDefault(message.method(), request -> List.of()).apply(message)
        : List.of();
  }
}
