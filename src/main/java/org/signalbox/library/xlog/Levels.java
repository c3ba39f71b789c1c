// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.xlog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;

/** The levels and facilities that scripts name. */
final class Levels {
  private static final int ERROR = -1;

  /** Only the letter behind {@code L_} counts, as in Kamailio. */
  private static final Map<Character, Integer> LETTERS =
      Map.of('A', -5, 'B', -4, 'C', -2, 'E', -1, 'W', 0, 'N', 1, 'I', 2, 'D', 3);

  /** The functions whose name says the level. */
  static final Map<String, Integer> FUNCTIONS =
      Map.of(
          "xalert", -5, "xbug", -4, "xcrit", -2, "xerr", -1, "xwarn", 0, "xnotice", 1, "xinfo", 2,
          "xdbg", 3);

  private Levels() {}

  /** A level that is known or read when the line is written. */
  @FunctionalInterface
  interface Level {
    int of(Frame frame);
  }

  static Level fixed(@Nullable Long level) {
    int known = level == null ? ERROR : level.intValue();
    return frame -> known;
  }

  static Level of(Arguments arguments, int index) {
    if (!arguments.isConstant(index)) {
      Arguments.IntegerArgument number = arguments.integer(index);
      return frame -> (int) number.value(frame, ERROR);
    }
    String written = arguments.constant(index);
    if (written.matches("-?\\d+")) {
      int number = Integer.parseInt(written);
      return frame -> number;
    }
    Integer level =
        written.startsWith("L_") && written.length() > 2 ? LETTERS.get(written.charAt(2)) : null;
    if (level == null) {
      throw new Unresolvable("unknown log level " + written);
    }
    return fixed((long) level);
  }

  static String facility(String written) {
    String problem = facilityProblem(written);
    if (problem != null) {
      throw new Unresolvable(problem);
    }
    return written;
  }

  static @Nullable String facilityProblem(String written) {
    boolean known =
        written.matches(
            "LOG_(AUTH|AUTHPRIV|CRON|DAEMON|FTP|KERN|LOCAL[0-7]|LPR|MAIL|NEWS|SYSLOG|USER|UUCP)");
    return known ? null : "unknown log facility " + written;
  }
}
