// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.xlog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ParameterValues;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogPrefix;
import org.signalbox.routing.LogSink;
import org.signalbox.script.Span;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.TextFormat;
import org.signalbox.sip.SipRequest;

/** Writes lines as the module's parameters want them; what {@code debug} hides costs nothing. */
final class LineWriter {
  private ParameterValues parameters = ParameterValues.DEFAULTS;
  private @Nullable LogSink sink;
  private @Nullable Globals globals;
  private @Nullable LogPrefix logPrefix;
  private @Nullable TextFormat prefixFormat;
  private final List<Resolver> resolvers = new ArrayList<>();

  void configure(ParameterValues given) {
    parameters = given;
    if (given.value(XlogModule.PREFIX_MODE) != 0 && !resolvers.isEmpty()) {
      prefixFormat = resolvers.get(0).format(given.value(XlogModule.PREFIX));
    }
  }

  void connect(LogSink lines, Globals core, LogPrefix everyLine) {
    sink = lines;
    globals = core;
    logPrefix = everyLine;
  }

  private String logPrefix(Frame frame) {
    LogPrefix known = logPrefix;
    return known == null ? "" : known.of(frame);
  }

  Arguments.ShownArgument text(Arguments arguments, int index) {
    if (resolvers.isEmpty()) {
      resolvers.add(arguments.resolver());
    }
    return arguments.shown(index);
  }

  /**
   * A call that writes one line.
   *
   * @param place for functions that show it
   */
  FunctionCall line(
      Levels.Level level, String facility, Arguments.ShownArgument text, @Nullable Span place) {
    return frame -> {
      int wanted = level.of(frame);
      Globals core = globals;
      LogSink lines = sink;
      if (core == null || lines == null || core.integer("debug") < wanted) {
        return 1;
      }
      String line = prefix(frame) + at(place) + text.value(frame);
      lines.line(wanted, facility(facility), logPrefix(frame) + bounded(line));
      return 1;
    };
  }

  /** The same for the methods that {@code methods_filter} names, a bit each. */
  FunctionCall filtered(FunctionCall line) {
    return frame -> {
      long filter = parameters.value(XlogModule.METHODS_FILTER);
      boolean hidden =
          filter >= 0
              && frame.message() instanceof SipRequest request
              && !request.known().in(filter);
      return hidden ? 1 : line.run(frame);
    };
  }

  private String facility(String ofCall) {
    return ofCall.isEmpty() ? parameters.value(XlogModule.LOG_FACILITY) : ofCall;
  }

  private String prefix(Frame frame) {
    TextFormat format = prefixFormat;
    return format == null ? parameters.value(XlogModule.PREFIX) : format.text(frame);
  }

  private String at(@Nullable Span place) {
    if (place == null) {
      return "";
    }
    String line = place.line() + ":";
    return parameters.value(XlogModule.LONG_FORMAT) ? place.source().name() + ":" + line : line;
  }

  /** A line that is too long is cut: losing it would hide what happened. */
  private String bounded(String line) {
    int most = (int) Math.max(1, parameters.value(XlogModule.BUF_SIZE));
    String one = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    return one.length() <= most ? one : one.substring(0, most);
  }
}
