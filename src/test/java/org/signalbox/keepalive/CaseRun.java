// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays the steps of one conformance case; each step is one line of words. */
final class CaseRun {
  private Station station = new Station();

  void run(List<String> steps) {
    for (String step : steps) {
      List<String> words = new ArrayList<>(Arrays.asList(step.split("\\s+")));
      String verb = words.remove(0);
      int equals = words.indexOf("=");
      if (equals >= 0) {
        String expected = String.join(" ", words.subList(equals + 1, words.size()));
        assertThat(ask(verb, words(words.subList(0, equals)))).as(step).isEqualTo(expected);
      } else {
        perform(verb, words(words));
      }
    }
  }

  private void perform(String verb, String[] words) {
    switch (verb) {
      case "with" -> station = new Station(settings(words), Runnable::run, ChangeLog.NONE);
      case "answer" -> station.peers.answer(words[0], Integer.parseInt(words[1]));
      case "answer-late" ->
          station.peers.answer(words[0], Integer.parseInt(words[1]), seconds(words[2]));
      case "silent" -> station.peers.silence(words[0]);
      case "fail" ->
          station.peers.refuse(
              words[0], PingOutcome.Cause.valueOf(words[1].toUpperCase(Locale.ROOT)));
      case "add" -> station.watch.add(words[0], words[1]);
      case "add-with" ->
          station.watch.add(
              NewDestination.of(words[0], words[1])
                  .with(words[2], words.length > 3 ? words[3] : ""));
      case "set" -> set(words, words.length > 3 ? words[3] : "");
      case "unset" -> set(words, null);
      case "pause" -> station.watch.pause(id(words), words[2], length(words, 3), "me");
      case "resume" -> station.watch.resume(id(words), "me");
      case "pause-all" -> station.watch.pauseAll(words[0], length(words, 1), "me");
      case "resume-all" -> station.watch.resumeAll();
      case "pass" -> station.pass(seconds(words[0]));
      case "elsewhere", "golden" -> Shown.by(words[0]);
      case "delete-when-down" -> station.watch.listen(event -> deleteWhenDown(event, words));
      default -> fail("no such step: " + verb);
    }
  }

  private String ask(String verb, String[] words) {
    return switch (verb) {
      case "add" -> String.valueOf(station.watch.add(words[0], words[1]).scriptValue());
      case "del" -> station.watch.remove(words[0], words[1]) ? "1" : "-1";
      case "flush" -> String.valueOf(station.watch.flush());
      case "size" -> String.valueOf(station.watch.size());
      case "alive" -> String.valueOf(station.watch.alive(words[0]));
      case "state" -> status(words).map(s -> s.health().state().number()).orElse(-1).toString();
      case "failures" -> status(words).orElseThrow().health().failures() + "";
      case "why" -> status(words).orElseThrow().health().why();
      case "last-up" -> String.valueOf(status(words).orElseThrow().health().lastUp());
      case "history" -> history(words);
      case "paused" -> paused(words);
      case "deed" -> deed(words);
      case "group" -> String.valueOf(station.watch.groups().get(words[0]));
      case "add-with" ->
          String.valueOf(
              station
                  .watch
                  .add(NewDestination.of(words[0], words[1]).with(words[2], words[3]))
                  .scriptValue());
      case "setting" -> status(words).orElseThrow().settings().byName().get(words[2]);
      case "pings" -> String.valueOf(station.peers.times(words[0]).size());
      case "ping-times" -> times(words[0]);
      case "listed" -> listed();
      case "changes" ->
          String.join(
              " ",
              station.changes(words[0]).stream()
                  .map(state -> state.name().toLowerCase(Locale.ROOT))
                  .toList());
      default -> fail("no such question: " + verb);
    };
  }

  private long id(String[] words) {
    return status(words).orElseThrow().id();
  }

  private void set(String[] words, @Nullable String value) {
    Map<String, @Nullable String> settings = new HashMap<>();
    settings.put(words[2], value);
    assertThat(station.watch.change(id(words), settings, "me"))
        .isInstanceOf(ChangeOutcome.Changed.class);
  }

  private static @Nullable Duration length(String[] words, int at) {
    return words.length > at ? seconds(words[at]) : null;
  }

  private String paused(String[] words) {
    Pause pause = status(words).orElseThrow().pause();
    return pause == null ? "no" : pause.reason() + " by " + pause.by();
  }

  private String deed(String[] words) {
    Deed deed = status(words).orElseThrow().deed();
    return deed == null ? "none" : deed.what() + " by " + deed.by();
  }

  private String history(String[] words) {
    Instant start = station.time.instant().minus(station.time.elapsed());
    return station.watch.history(id(words)).stream()
        .map(
            change ->
                Duration.between(start, change.at()).toMillis() / 1000.0
                    + " "
                    + change.state().name().toLowerCase(Locale.ROOT)
                    + " "
                    + change.why())
        .collect(Collectors.joining("; "));
  }

  private void deleteWhenDown(KeepaliveEvent event, String[] words) {
    if (event instanceof DestinationStateChanged changed
        && changed.destination().uri().equals(words[0])
        && changed.state() == DestinationState.DOWN) {
      assertThat(station.watch.alive(words[0])).isEqualTo(2);
      assertThat(station.watch.remove(words[0], words[1])).isTrue();
    }
  }

  private Optional<DestinationStatus> status(String[] words) {
    return station.watch.find(words[0], words[1]);
  }

  private String listed() {
    return String.join(
        " ", station.watch.page(0, 100).stream().map(DestinationStatus::uri).toList());
  }

  private String times(String uri) {
    List<String> times =
        station.peers.times(uri).stream().map(at -> at.toMillis() / 1000.0 + "").toList();
    return String.join(" ", times);
  }

  /** {@code interval=5 delete_counter=3}, and what the specification's set-up says otherwise. */
  private static PingSettings settings(String[] words) {
    PingSettings settings = Station.QUICK;
    for (String word : words) {
      String[] pair = word.split("=", 2);
      settings = Station.with(settings, pair);
    }
    return settings;
  }

  private static String[] words(List<String> words) {
    return words.toArray(String[]::new);
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
  }
}
