package org.example.greeting;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.statistics.Counter;

/** Greets callers by name: {@code greet("$fU", "$var(text)")}. */
public final class GreetingModule implements SignalboxModule {
  private static final Parameter<String> WORD =
      Parameter.text("word", "Hello", word -> word.isEmpty() ? "it is empty" : null);

  private final Counter greeted = new Counter("greeting", "greeted", "Callers greeted");
  private String word = WORD.initial();

  @Override
  public String name() {
    return "greeting";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(WORD)
        .functions(Functions.of("greet", ANY, this::greet, TEXT, VARIABLE))
        .statistics(greeted)
        .commands(
            RpcCommand.reading(
                "greeting.greeted", "Callers greeted.", call -> call.add(greeted.value())))
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    word = parameters.value(WORD);
  }

  /** Prepared once for each call that is written; what it returns runs for each message. */
  private FunctionCall greet(Arguments arguments) {
    Arguments.TextArgument name = arguments.text(0);
    Variable.Writable into = arguments.writable(1);
    return frame -> {
      String whom = name.value(frame);
      if (whom == null) {
        return -1;
      }
      greeted.increment();
      Cell text = frame.scratch();
      text.set(word + ", " + whom + "!");
      return into.write(frame, text) ? 1 : -1;
    };
  }
}
