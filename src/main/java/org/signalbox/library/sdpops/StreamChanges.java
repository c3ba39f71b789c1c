// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.List;
import java.util.function.Predicate;
import org.signalbox.library.sdpops.Sdp.Line;
import org.signalbox.script.run.Frame;

/** Takes streams or lines out of a session description: 1, or -1. */
final class StreamChanges {
  private StreamChanges() {}

  static int removeMedia(Frame frame, String media) {
    return remove(frame, stream -> stream.media().equalsIgnoreCase(media));
  }

  static int removeTransport(Frame frame, String transport) {
    return remove(frame, stream -> stream.transport().equalsIgnoreCase(transport));
  }

  /** -1 when there is none to take out. */
  private static int remove(Frame frame, Predicate<MediaStream> unwanted) {
    Sdp sdp = Sdp.needed(frame);
    List<MediaStream> streams =
        sdp == null ? List.of() : sdp.streams().stream().filter(unwanted).toList();
    streams.forEach(stream -> remove(frame, stream.lines()));
    return streams.isEmpty() ? -1 : 1;
  }

  /** Also 1 when no line begins like that. */
  static int removeLines(Frame frame, String prefix) {
    Sdp sdp = Sdp.needed(frame);
    return sdp == null ? -1 : removeLines(frame, sdp.lines(), prefix);
  }

  /** The same in the streams of one kind of media. */
  static int removeLines(Frame frame, String prefix, String media) {
    Sdp sdp = Sdp.needed(frame);
    if (sdp == null) {
      return -1;
    }
    sdp.streams(media).forEach(stream -> removeLines(frame, stream.lines(), prefix));
    return 1;
  }

  private static int removeLines(Frame frame, List<Line> lines, String prefix) {
    remove(frame, lines.stream().filter(line -> line.text().startsWith(prefix)).toList());
    return 1;
  }

  private static void remove(Frame frame, List<Line> lines) {
    lines.forEach(line -> frame.message().edits().remove(line.from(), line.to()));
  }
}
