// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;

/** Whether streams offer codecs: 1 every one of them in each stream, 2 some somewhere, -1 none. */
final class CodecQuestions {
  private static final int ALL = 1;
  private static final int SOME = 2;
  private static final int NONE = -1;
  private static final int NO_SDP = -2;

  private CodecQuestions() {}

  static int byId(Frame frame, String list) {
    Sdp sdp = Sdp.needed(frame);
    return sdp == null ? NO_SDP : among(sdp, ids(list), false);
  }

  static int byName(Frame frame, String list) {
    Sdp sdp = Sdp.needed(frame);
    return sdp == null ? NONE : among(sdp, names(list), true);
  }

  private static int among(@Nullable Sdp sdp, List<String> wanted, boolean byName) {
    boolean found = false;
    boolean missing = false;
    for (MediaStream stream : sdp == null ? List.<MediaStream>of() : sdp.streams()) {
      Set<String> offered = new HashSet<>();
      stream.payloads().forEach(each -> offered.add(byName ? stream.name(each.id()) : each.id()));
      for (String codec : wanted) {
        boolean there = offered.contains(codec);
        found |= there;
        missing |= !there;
      }
    }
    return !found ? NONE : missing ? SOME : ALL;
  }

  /** The words between commas. */
  static List<String> ids(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The same in capitals. */
  static List<String> names(String list) {
    return ids(list.toUpperCase(Locale.ROOT));
  }
}
