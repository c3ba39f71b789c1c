package org.example.injected;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import javax.servlet.sip.SipFactory;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.SignalboxModule;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** Uses a bean of the application from a jar of which CDI knows nothing. */
public final class InjectedModule implements SignalboxModule {
  private static final String VERSION = "one";

  @Inject private SipFactory factory;

  private String constructed = "not constructed";

  @PostConstruct
  void constructed() {
    constructed = "constructed";
  }

  @Override
  public String name() {
    return "injected";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .functions(Functions.of("injected_uri", ANY, this::uri, VARIABLE))
        .build();
  }

  private FunctionCall uri(Arguments arguments) {
    Variable.Writable into = arguments.writable(0);
    return frame -> {
      frame
          .scratch()
          .set(constructed + " " + factory.createSipURI(VERSION, "example.org").getUser());
      return into.write(frame, frame.scratch()) ? 1 : -1;
    };
  }
}
