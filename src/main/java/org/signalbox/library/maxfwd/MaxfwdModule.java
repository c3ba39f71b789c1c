// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.maxfwd;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.module.Functions.REQUEST_FAILURE_BRANCH;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;

/** The export table of {@code maxfwd} (modules.md §5). */
public final class MaxfwdModule implements SignalboxModule {
  /** What a higher Max-Forwards is lowered to. */
  public static final Parameter<Long> MAX_LIMIT = Parameter.integer("max_limit", 70);

  private long limit = MAX_LIMIT.initial();

  @Override
  public String name() {
    return "maxfwd";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(MAX_LIMIT)
        .functions(
            Functions.of("maxfwd_process", REQUEST, this::process, INTEGER),
            Functions.of("process_maxfwd", REQUEST, this::process, INTEGER),
            Functions.of("mf_process_maxfwd_header", REQUEST, this::process, INTEGER),
            Functions.of("is_maxfwd_lt", REQUEST_FAILURE_BRANCH, MaxfwdModule::below, INTEGER),
            Functions.of("maxfwd_at_least", REQUEST_FAILURE_BRANCH, MaxfwdModule::below, INTEGER),
            Functions.of("mf_lowlimit", REQUEST_FAILURE_BRANCH, MaxfwdModule::below, INTEGER))
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    limit = parameters.value(MAX_LIMIT);
  }

  private FunctionCall process(Arguments arguments) {
    Arguments.IntegerArgument wanted = arguments.integer(0);
    return frame -> HopLimit.process(frame, wanted.value(frame, -1), limit);
  }

  private static FunctionCall below(Arguments arguments) {
    Arguments.IntegerArgument bound = arguments.integer(0);
    return frame -> HopLimit.below(frame, bound.value(frame, -1));
  }
}
