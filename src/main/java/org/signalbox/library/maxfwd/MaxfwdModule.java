// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.maxfwd;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.module.Functions.REQUEST_FAILURE_BRANCH;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.script.run.Frame;

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
            Functions.onNumber("maxfwd_process", REQUEST, this::process),
            Functions.onNumber("process_maxfwd", REQUEST, this::process),
            Functions.onNumber("mf_process_maxfwd_header", REQUEST, this::process),
            Functions.onNumber("is_maxfwd_lt", REQUEST_FAILURE_BRANCH, HopLimit::below),
            Functions.onNumber("maxfwd_at_least", REQUEST_FAILURE_BRANCH, HopLimit::below),
            Functions.onNumber("mf_lowlimit", REQUEST_FAILURE_BRANCH, HopLimit::below))
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    limit = parameters.value(MAX_LIMIT);
  }

  private int process(Frame frame, long added) {
    return HopLimit.process(frame, added, limit);
  }
}
