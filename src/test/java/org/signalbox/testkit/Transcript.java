// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalbox.transport.Destination;

/**
 * What a scripted server did, as golden files keep it: log lines, and messages with instant and
 * peer. Tags, branches and Call-IDs that the server makes up are numbered in order of appearance.
 */
final class Transcript {
  private static final Pattern MADE_UP =
      Pattern.compile("(?i)(;tag=|;branch=|^Call-ID: )([^;\\s>,]+)", Pattern.MULTILINE);

  private static final Pattern PROCESS = Pattern.compile("\\bpid=\\d+");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder received = new StringBuilder();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private List<String> shown = List.of();

  /** From now on these headers of what is sent are shown; {@code body} and {@code all} too. */
  synchronized void show(List<String> headers) {
    shown = headers.stream().map(header -> header.toLowerCase(Locale.ROOT)).toList();
  }

  /** What arrives, so that its tags and branches keep their own text. */
  synchronized void received(String message) {
    received.append(message).append('\n');
  }

  synchronized void line(String line) {
    text.append(line).append('\n');
  }

  synchronized void sent(Duration at, String message, Destination to) {
    String readable = named(message.replace("\r\n", "\n"));
    int empty = readable.indexOf("\n\n");
    String[] head = readable.substring(0, empty < 0 ? readable.length() : empty).split("\n", -1);
    text.append(
        "%.3f -> %s:%s:%d %s%n"
            .formatted(
                at.toNanos() / 1e9,
                to.protocol().toString().toLowerCase(Locale.ROOT),
                to.address().getAddress().getHostAddress(),
                to.address().getPort(),
                head[0]));
    for (int i = 1; i < head.length; i++) {
      if (isShown(head[i])) {
        text.append("    ").append(head[i]).append('\n');
      }
    }
    if (empty >= 0 && (shown.contains("body") || shown.contains("all"))) {
      body(readable.substring(empty + 2));
    }
  }

  private void body(String body) {
    if (!body.isEmpty()) {
      text.append("    \n");
      body.lines().forEach(line -> text.append("    ").append(line).append('\n'));
    }
  }

  private boolean isShown(String header) {
    int colon = header.indexOf(':');
    String name = colon < 0 ? header : header.substring(0, colon).trim();
    return shown.contains("all") || shown.contains(name.toLowerCase(Locale.ROOT));
  }

  private String named(String message) {
    Matcher matcher = MADE_UP.matcher(message);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = matcher.group(2);
      boolean theirs = !names.containsKey(value) && received.indexOf(value) >= 0;
      String name = theirs ? value : name(matcher.group(1), value);
      matcher.appendReplacement(out, Matcher.quoteReplacement(matcher.group(1) + name));
    }
    return PROCESS.matcher(matcher.appendTail(out)).replaceAll("pid=PID");
  }

  private String name(String where, String value) {
    String kind = where.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
    return names.computeIfAbsent(value, v -> kind + counts.merge(kind, 1, Integer::sum));
  }

  @Override
  public synchronized String toString() {
    return text.toString();
  }

  /** The lines so far. */
  synchronized List<String> lines() {
    return new ArrayList<>(text.toString().lines().toList());
  }
}
