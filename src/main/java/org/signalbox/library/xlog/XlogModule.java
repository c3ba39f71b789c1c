// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.xlog;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogPrefix;
import org.signalbox.routing.LogSink;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.FunctionCall;

/** The export table of {@code xlog} (modules.md §11). Every function returns 1. */
public final class XlogModule implements SignalboxModule {
  static final Parameter<Long> BUF_SIZE = Parameter.integer("buf_size", 4096);
  static final Parameter<String> PREFIX = Parameter.text("prefix", "<script>: ");
  static final Parameter<Long> PREFIX_MODE = Parameter.integer("prefix_mode", 0);
  static final Parameter<String> LOG_FACILITY =
      Parameter.text("log_facility", "", Levels::facilityProblem);
  static final Parameter<Boolean> LONG_FORMAT = Parameter.flag("long_format", false);
  static final Parameter<Boolean> FORCE_COLOR = Parameter.flag("force_color", false);
  static final Parameter<List<String>> LOG_COLORS = Parameter.texts("log_colors", given -> null);
  static final Parameter<Long> METHODS_FILTER = Parameter.integer("methods_filter", -1);

  private final LineWriter writer = new LineWriter();

  @Override
  public String name() {
    return "xlog";
  }

  @Override
  public Exports exports() {
    List<ScriptFunction> functions = new ArrayList<>();
    functions.add(Functions.of("xlog", ANY, arguments -> plain(null, arguments), TEXT));
    functions.add(Functions.of("xlog", ANY, this::levelled, CONSTANT, TEXT));
    functions.add(Functions.of("xlog", ANY, this::withFacility, CONSTANT, CONSTANT, TEXT));
    functions.add(Functions.of("xlogl", ANY, arguments -> placed(null, arguments), TEXT));
    functions.add(Functions.of("xlogl", ANY, this::placedLevelled, CONSTANT, TEXT));
    functions.add(Functions.of("xdbgl", ANY, arguments -> placed(3L, arguments), TEXT));
    functions.add(Functions.of("xlogm", ANY, this::filtered, CONSTANT, TEXT));
    Levels.FUNCTIONS.forEach(
        (name, level) ->
            functions.add(
                Functions.of(name, ANY, arguments -> plain((long) level, arguments), TEXT)));
    return Exports.builder()
        .variables(Colours.family())
        .parameters(
            BUF_SIZE,
            PREFIX,
            PREFIX_MODE,
            LOG_FACILITY,
            LONG_FORMAT,
            FORCE_COLOR,
            LOG_COLORS,
            METHODS_FILTER)
        .functions(functions.toArray(ScriptFunction[]::new))
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    writer.configure(parameters);
  }

  @Override
  public void start(Bindings bindings) {
    writer.connect(
        bindings.require(LogSink.class),
        bindings.require(Globals.class),
        bindings.require(LogPrefix.class));
  }

  private FunctionCall plain(@Nullable Long level, Arguments arguments) {
    return writer.line(
        Levels.fixed(level), "", writer.text(arguments, arguments.count() - 1), null);
  }

  private FunctionCall levelled(Arguments arguments) {
    return writer.line(Levels.of(arguments, 0), "", writer.text(arguments, 1), null);
  }

  private FunctionCall withFacility(Arguments arguments) {
    String facility = Levels.facility(arguments.constant(0));
    return writer.line(Levels.of(arguments, 1), facility, writer.text(arguments, 2), null);
  }

  private FunctionCall placed(@Nullable Long level, Arguments arguments) {
    return writer.line(Levels.fixed(level), "", writer.text(arguments, 0), arguments.place());
  }

  private FunctionCall placedLevelled(Arguments arguments) {
    return writer.line(Levels.of(arguments, 0), "", writer.text(arguments, 1), arguments.place());
  }

  private FunctionCall filtered(Arguments arguments) {
    return writer.filtered(levelled(arguments));
  }
}
