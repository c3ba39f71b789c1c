// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;

/**
 * Offers fewer codecs, in all streams or in those of one kind of media: 1, also when nothing had to
 * change, or -1.
 */
final class CodecChanges {
  private CodecChanges() {}

  static int removeById(Frame frame, String list) {
    return byId(frame, list, null, true);
  }

  static int removeById(Frame frame, String list, String media) {
    return byId(frame, list, media, true);
  }

  static int keepById(Frame frame, String list) {
    return byId(frame, list, null, false);
  }

  static int keepById(Frame frame, String list, String media) {
    return byId(frame, list, media, false);
  }

  static int removeByName(Frame frame, String list) {
    return byName(frame, list, null, true);
  }

  static int removeByName(Frame frame, String list, String media) {
    return byName(frame, list, media, true);
  }

  static int keepByName(Frame frame, String list) {
    return byName(frame, list, null, false);
  }

  static int keepByName(Frame frame, String list, String media) {
    return byName(frame, list, media, false);
  }

  private static int byId(Frame frame, String list, @Nullable String media, boolean removing) {
    List<String> ids = CodecQuestions.ids(list);
    Sdp sdp = Sdp.needed(frame);
    return sdp == null
        ? -1
        : remove(frame, sdp.streams(media), (stream, id) -> ids.contains(id) == removing);
  }

  /** Names that nobody offers are nothing to keep. */
  private static int byName(Frame frame, String list, @Nullable String media, boolean removing) {
    List<String> names = CodecQuestions.names(list);
    Sdp sdp = Sdp.needed(frame);
    if (sdp == null || (!removing && !offersOne(sdp, names))) {
      return -1;
    }
    return remove(
        frame, sdp.streams(media), (stream, id) -> names.contains(stream.name(id)) == removing);
  }

  private static boolean offersOne(Sdp sdp, List<String> names) {
    return sdp.streams().stream()
        .anyMatch(
            stream ->
                stream.payloads().stream()
                    .anyMatch(each -> names.contains(stream.name(each.id()))));
  }

  private static int remove(
      Frame frame, List<MediaStream> streams, BiPredicate<MediaStream, String> unwanted) {
    for (MediaStream stream : streams) {
      Set<String> ids =
          stream.payloads().stream()
              .map(MediaStream.Payload::id)
              .filter(id -> unwanted.test(stream, id))
              .collect(Collectors.toSet());
      stream.remove(ids, frame.message().edits());
    }
    return 1;
  }
}
