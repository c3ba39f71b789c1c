// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;

/** Questions about a session description: 1 for yes, -1 for no and where there is none. */
final class SdpQuestions {
  private static final int YES = 1;
  private static final int NO = -1;

  private SdpQuestions() {}

  private static int answer(boolean yes) {
    return yes ? YES : NO;
  }

  static int isContent(Frame frame) {
    return answer(Sdp.of(frame) != null);
  }

  /** A number other than 0 believes Content-Type. */
  static int isContent(Frame frame, long sloppy) {
    return sloppy != 0 && SdpPart.announced(frame.message()) ? YES : isContent(frame);
  }

  static int withIce(Frame frame) {
    Sdp sdp = Sdp.of(frame);
    return answer(sdp != null && sdp.first("a=candidate:") != null);
  }

  /** 4 or 6 by the first connection line; -1 for none. */
  static int addressFamily(Frame frame) {
    Sdp sdp = Sdp.needed(frame);
    String connection = sdp == null ? null : sdp.first("c=");
    return connection == null ? NO : family(connection);
  }

  /** 4 or 6 by the words of a connection or origin line; -1 for something else. */
  static int family(String line) {
    return line.contains("IP4") ? 4 : line.contains("IP6") ? 6 : NO;
  }

  static int withMedia(Frame frame, String media) {
    return any(Sdp.of(frame), stream -> stream.media().equalsIgnoreCase(media));
  }

  static int withActiveMedia(Frame frame, String media) {
    return any(Sdp.of(frame), stream -> stream.media().equalsIgnoreCase(media) && stream.active());
  }

  static int withTransport(Frame frame, String transport) {
    return any(Sdp.needed(frame), stream -> stream.transport().equalsIgnoreCase(transport));
  }

  static int withTransportLike(Frame frame, String part) {
    String wanted = part.toUpperCase(Locale.ROOT);
    return any(
        Sdp.needed(frame), stream -> stream.transport().toUpperCase(Locale.ROOT).contains(wanted));
  }

  private static int any(@Nullable Sdp sdp, Predicate<MediaStream> wanted) {
    return answer(sdp != null && sdp.streams().stream().anyMatch(wanted));
  }
}
