// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.Octets;

/**
 * The session description of a message as received, taken apart into lines. Immutable; offsets are
 * those of the message.
 *
 * @param text all of it
 * @param session the lines before the first stream
 */
record Sdp(String text, List<Line> session, List<MediaStream> streams) {

  /**
   * A line.
   *
   * @param to behind the line end
   * @param text without the line end
   */
  record Line(int from, int to, String text) {}

  /** That of the message a frame runs for; null without one, told to nobody. */
  static @Nullable Sdp of(Frame frame) {
    Octets body = SdpPart.of(frame.message());
    String text = body == null ? "" : WireText.of(body);
    return body != null && text.startsWith("v=") ? of(text, body.offset()) : null;
  }

  /** The same; where there is none the operator hears of it. */
  static @Nullable Sdp needed(Frame frame) {
    Sdp sdp = of(frame);
    if (sdp == null) {
      frame.error("Unable to parse sdp");
    }
    return sdp;
  }

  private static Sdp of(String text, int offset) {
    List<Line> session = new ArrayList<>();
    List<MediaStream> streams = new ArrayList<>();
    List<Line> current = session;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      Line line = new Line(offset + at, offset + next, text.substring(at, next).stripTrailing());
      if (line.text().startsWith("m=")) {
        current = new ArrayList<>();
        streams.add(new MediaStream(current));
      }
      current.add(line);
      at = next;
    }
    return new Sdp(text, session, streams);
  }

  /** All lines in order. */
  List<Line> lines() {
    List<Line> all = new ArrayList<>(session);
    streams.forEach(stream -> all.addAll(stream.lines()));
    return all;
  }

  /** The streams of one kind of media; all of them for null. */
  List<MediaStream> streams(@Nullable String media) {
    return media == null
        ? streams
        : streams.stream().filter(stream -> stream.media().equalsIgnoreCase(media)).toList();
  }

  /** What follows a prefix in the first line that has it, those of the session first; or null. */
  @Nullable String first(String prefix) {
    for (Line line : lines()) {
      if (line.text().startsWith(prefix)) {
        return line.text().substring(prefix.length());
      }
    }
    return null;
  }
}
