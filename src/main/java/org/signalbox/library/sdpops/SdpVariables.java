// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.MessageEdits;

/** {@code $sdp(...)}: parts of a session description by name, null where there are none. */
final class SdpVariables {
  private static final String ORIGIN = "o=";
  private static final int VERSION = 2;
  private static final int ORIGIN_ADDRESS = 5;
  private static final int CONNECTION_ADDRESS = 2;
  private static final long NEXT = -1;

  private SdpVariables() {}

  static VariableFamily family() {
    return VariableTable.builder()
        .keyed(
            "sdp",
            new VariableTable.Keys()
                .text("body", frame -> part(frame, Sdp::text))
                .any(
                    "sess_version",
                    VariableTable.writable(
                        (frame, into) -> into.set(word(frame, ORIGIN, VERSION)),
                        SdpVariables::version))
                .text("c:ip", frame -> word(frame, "c=", CONNECTION_ADDRESS))
                .text("c:af", frame -> family(frame, "c="))
                .text("o:ip", frame -> word(frame, ORIGIN, ORIGIN_ADDRESS))
                .text("o:af", frame -> family(frame, ORIGIN))
                .text("m0:raw", frame -> part(frame, SdpVariables::firstStream))
                .text("m0:rtp:port", frame -> part(frame, SdpVariables::firstPort)))
        .build();
  }

  private interface Part {
    @Nullable String of(Sdp sdp);
  }

  private static @Nullable String part(Frame frame, Part part) {
    Sdp sdp = Sdp.of(frame);
    return sdp == null ? null : part.of(sdp);
  }

  private static @Nullable String word(Frame frame, String prefix, int index) {
    String line = part(frame, sdp -> sdp.first(prefix));
    String[] words = line == null ? new String[0] : line.split(" ", -1);
    return index < words.length ? words[index] : null;
  }

  private static @Nullable String family(Frame frame, String prefix) {
    String line = part(frame, sdp -> sdp.first(prefix));
    int family = line == null ? -1 : SdpQuestions.family(line);
    return family < 0 ? null : "IP" + family;
  }

  private static @Nullable String firstStream(Sdp sdp) {
    return sdp.streams().isEmpty() ? null : sdp.streams().get(0).lines().get(0).text();
  }

  private static @Nullable String firstPort(Sdp sdp) {
    return sdp.streams().isEmpty() ? null : sdp.streams().get(0).port();
  }

  /** Another version for what leaves; -1 is the next one. */
  private static boolean version(Frame frame, Cell value) {
    long wanted = value.numberOr(Long.MIN_VALUE);
    Sdp sdp = Sdp.of(frame);
    if (sdp == null || wanted < NEXT) {
      return false;
    }
    for (Sdp.Line line : sdp.session()) {
      String[] words = line.text().split(" ", -1);
      if (line.text().startsWith(ORIGIN) && words.length > VERSION) {
        int from = line.from() + words[0].length() + 1 + words[1].length() + 1;
        return replace(frame.message().edits(), from, words[VERSION], wanted);
      }
    }
    return false;
  }

  private static boolean replace(MessageEdits edits, int from, String old, long wanted) {
    int to = from + old.length();
    try {
      String now = edits.replacement(from, to);
      long number = wanted == NEXT ? Long.parseLong(now == null ? old : now) + 1 : wanted;
      return edits.replace(from, to, String.valueOf(number));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
