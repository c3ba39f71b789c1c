// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.signalbox.library.sdpops.Sdp.Line;
import org.signalbox.sip.MessageEdits;

/**
 * One media stream: its {@code m=} line and all up to the next.
 *
 * @param lines the first is the {@code m=} line
 */
record MediaStream(List<Line> lines) {

  /** The codecs whose numbers are fixed (RFC 3551 §6). */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("0", "PCMU"),
          Map.entry("3", "GSM"),
          Map.entry("4", "G723"),
          Map.entry("5", "DVI4"),
          Map.entry("6", "DVI4"),
          Map.entry("7", "LPC"),
          Map.entry("8", "PCMA"),
          Map.entry("9", "G722"),
          Map.entry("10", "L16"),
          Map.entry("11", "L16"),
          Map.entry("12", "QCELP"),
          Map.entry("13", "CN"),
          Map.entry("14", "MPA"),
          Map.entry("15", "G728"),
          Map.entry("16", "DVI4"),
          Map.entry("17", "DVI4"),
          Map.entry("18", "G729"),
          Map.entry("25", "CelB"),
          Map.entry("26", "JPEG"),
          Map.entry("28", "nv"),
          Map.entry("31", "H261"),
          Map.entry("32", "MPV"),
          Map.entry("33", "MP2T"),
          Map.entry("34", "H263"));

  private static final int PAYLOADS = 3;

  /**
   * A codec in the {@code m=} line.
   *
   * @param from at the blank before it
   */
  record Payload(String id, int from, int to) {}

  private String word(int index) {
    String[] words = lines.get(0).text().substring(2).split(" +", -1);
    return index < words.length ? words[index] : "";
  }

  String media() {
    return word(0);
  }

  String port() {
    return word(1);
  }

  String transport() {
    return word(2);
  }

  /** Whether media may flow: it is not said to be inactive. */
  boolean active() {
    return lines.stream().noneMatch(line -> line.text().equalsIgnoreCase("a=inactive"));
  }

  /** The codecs, in the order of preference. */
  List<Payload> payloads() {
    List<Payload> all = new ArrayList<>();
    Line line = lines.get(0);
    String text = line.text();
    int number = 0;
    int at = 2;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      int word = at;
      while (at < text.length() && text.charAt(at) != ' ') {
        at++;
      }
      if (at > word && number++ >= PAYLOADS) {
        all.add(new Payload(text.substring(word, at), line.from() + start, line.from() + at));
      }
    }
    return all;
  }

  /** The name of a codec in capitals; empty when nothing names it. */
  String name(String id) {
    String mapped = "a=rtpmap:" + id + " ";
    for (Line line : lines) {
      if (line.text().startsWith(mapped)) {
        String rest = line.text().substring(mapped.length()).strip();
        int slash = rest.indexOf('/');
        return (slash < 0 ? rest : rest.substring(0, slash)).toUpperCase(Locale.ROOT);
      }
    }
    return FIXED.getOrDefault(id, "").toUpperCase(Locale.ROOT);
  }

  /** Offers some codecs no longer. */
  void remove(Set<String> ids, MessageEdits edits) {
    for (Payload payload : payloads()) {
      if (ids.contains(payload.id())) {
        edits.remove(payload.from(), payload.to());
      }
    }
    for (Line line : lines) {
      if (ids.contains(describes(line.text()))) {
        edits.remove(line.from(), line.to());
      }
    }
  }

  /** The codec that an attribute is about; empty for none. */
  private static String describes(String line) {
    for (String attribute : new String[] {"a=rtpmap:", "a=fmtp:", "a=rtcp-fb:"}) {
      if (line.startsWith(attribute)) {
        String rest = line.substring(attribute.length());
        int blank = rest.indexOf(' ');
        return blank < 0 ? rest : rest.substring(0, blank);
      }
    }
    return "";
  }
}
