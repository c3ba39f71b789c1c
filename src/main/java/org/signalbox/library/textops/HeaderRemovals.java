// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.Header;
import org.signalbox.sip.SipMessage;

/** Removes whole headers, chosen by name, place or value. */
final class HeaderRemovals {
  private static final int OUT_OF_RANGE = 2;
  private static final int NO_MATCH = -2;

  private HeaderRemovals() {}

  static Preparation named(HeaderNameArgument.Taking taking) {
    return arguments -> {
      HeaderNameArgument name = taking.of(arguments, 0);
      return frame -> {
        String wanted = name.of(frame);
        return wanted != null && frame.message().edits().removeHeaders(wanted) > 0 ? 1 : -1;
      };
    };
  }

  static Preparation matching(Patterns.Taking taking) {
    return arguments -> {
      Patterns.Source source = taking.of(arguments, 0);
      return frame -> {
        Pattern pattern = source.of(frame);
        return removed(frame, header -> named(header, pattern, frame)) ? 1 : -1;
      };
    };
  }

  /** Headers whose names match the first expression and not the second. */
  static Preparation matchingBut(Patterns.Taking taking) {
    return arguments -> {
      Patterns.Source removed = taking.of(arguments, 0);
      Patterns.Source kept = taking.of(arguments, 1);
      return frame -> {
        Pattern pattern = removed.of(frame);
        Pattern keep = kept.of(frame);
        Predicate<Header> wanted =
            header -> named(header, pattern, frame) && !named(header, keep, frame);
        return keep != null && removed(frame, wanted) ? 1 : -1;
      };
    };
  }

  private static boolean named(Header header, @Nullable Pattern pattern, Frame frame) {
    return Patterns.matches(pattern, WireText.bytes(header.name()), frame);
  }

  private static boolean removed(Frame frame, Predicate<Header> wanted) {
    List<Header> found = frame.message().headers().stream().filter(wanted).toList();
    found.forEach(frame.message().edits()::removeHeader);
    return !found.isEmpty();
  }

  /** {@code remove_hf_idx(name, index)}: 0 is the first, -1 the last. */
  static FunctionCall at(Arguments arguments) {
    HeaderNameArgument name = HeaderNameArgument.dynamic(arguments, 0);
    Arguments.IntegerArgument index = arguments.integer(1);
    return frame -> {
      String wanted = name.of(frame);
      if (wanted == null) {
        return -1;
      }
      SipMessage message = frame.message();
      List<Header> all = message.headers(wanted);
      long position = index.value(frame, 0);
      long at = position < 0 ? all.size() + position : position;
      if (at < 0 || at >= all.size()) {
        return OUT_OF_RANGE;
      }
      message.edits().removeHeader(all.get((int) at));
      return 1;
    };
  }

  /** {@code remove_hf_match(name, operator, value)}. */
  static FunctionCall valued(Arguments arguments) {
    HeaderNameArgument name = HeaderNameArgument.dynamic(arguments, 0);
    Arguments.ShownArgument operator = arguments.shown(1);
    Arguments.ShownArgument value = arguments.shown(2);
    return frame -> {
      String wanted = name.of(frame);
      Predicate<String> test = test(operator.value(frame), value.value(frame), frame);
      if (wanted == null || test == null) {
        return -1;
      }
      return removed(
              frame, header -> header.named(wanted) && test.test(WireText.of(header.octets())))
          ? 1
          : NO_MATCH;
    };
  }

  private static @Nullable Predicate<String> test(String operator, String value, Frame frame) {
    return switch (operator) {
      case "eq" -> value::equals;
      case "ne" -> body -> !body.equals(value);
      case "in" -> body -> body.contains(value);
      case "re" -> matching(value, frame);
      default -> {
        frame.error("unknown operator <" + operator + ">: it is eq, ne, in or re");
        yield null;
      }
    };
  }

  private static @Nullable Predicate<String> matching(String expression, Frame frame) {
    try {
      Pattern pattern = PosixPattern.compile(expression, true, true);
      return body -> Patterns.matches(pattern, body, frame);
    } catch (PatternSyntaxException e) {
      frame.error("Bad regular expression \"" + expression + "\"");
      return null;
    }
  }
}
