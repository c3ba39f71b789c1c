// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Search;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;

/** {@code keep_hf("expression")}: removes what a message can do without, but for some names. */
final class KeptHeaders {
  private static final Set<HeaderType> NEEDED =
      EnumSet.of(
          HeaderType.VIA,
          HeaderType.FROM,
          HeaderType.TO,
          HeaderType.CALL_ID,
          HeaderType.CSEQ,
          HeaderType.MAX_FORWARDS,
          HeaderType.CONTACT,
          HeaderType.ROUTE,
          HeaderType.RECORD_ROUTE,
          HeaderType.CONTENT_TYPE,
          HeaderType.CONTENT_LENGTH);

  private KeptHeaders() {}

  static FunctionCall keep(Arguments arguments) {
    Pattern names = arguments.count() == 0 ? null : arguments.regex(0);
    return frame -> {
      for (Header header : frame.message().headers()) {
        if (!NEEDED.contains(header.type()) && !wanted(header, names, frame)) {
          frame.message().edits().removeHeader(header);
        }
      }
      return 1;
    };
  }

  private static boolean wanted(Header header, @Nullable Pattern names, Frame frame) {
    return names != null && Search.found(names, WireText.bytes(header.name()), frame);
  }
}
