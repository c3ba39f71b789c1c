// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.mqueue;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Preparations.text;
import static org.signalbox.module.Preparations.texts;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;

/** The export table of {@code mqueue} (modules.md §16). */
public final class MqueueModule implements SignalboxModule {
  /** Queues, one each time: {@code name=mq1;size=10;addmode=0}. */
  static final Parameter<List<QueueSettings>> MQUEUE =
      Parameter.function("mqueue", QueueSettings::of);

  /** Where queues would be kept. */
  public static final Parameter<String> DB_URL = Parameter.text("db_url", "");

  /** Tables of that database, one each time. */
  public static final Parameter<List<String>> MQUEUE_NAME =
      Parameter.texts("mqueue_name", name -> null);

  private final Queues queues = new Queues();

  @Override
  public String name() {
    return "mqueue";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(MQUEUE, DB_URL, MQUEUE_NAME)
        .variables(queues.variables())
        .functions(
            Functions.of("mq_add", ANY, texts(queues::add), TEXT, TEXT, TEXT),
            Functions.of("mq_fetch", ANY, text(queues::fetch), TEXT),
            Functions.of("mq_pv_free", ANY, text(queues::free), TEXT),
            Functions.of("mq_size", ANY, text(queues::size), TEXT))
        .commands(new QueueCommands(queues).all())
        .build();
  }

  @Override
  public @Nullable String problem(ParameterValues parameters) {
    return parameters.value(DB_URL).isEmpty() && !parameters.given(MQUEUE_NAME)
        ? null
        : "queues cannot be kept in a database yet: take db_url and mqueue_name out";
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    parameters.value(MQUEUE).forEach(queues::add);
  }
}
