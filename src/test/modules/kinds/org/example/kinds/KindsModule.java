package org.example.kinds;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.module.Preparations.plain;
import static org.signalbox.module.Preparations.text;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.ExtraWorkers;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.Routing;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.script.Value;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Converter;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.transformation.NamedTransformations;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.SipResponse;
import org.signalbox.statistics.Counter;

/** One of every kind of thing that a module can export, bind or begin; each as short as it gets. */
public final class KindsModule implements SignalboxModule {
  private static final Parameter<Long> LEVEL =
      Parameter.integer("level", 1, level -> level < 0 ? "it is negative" : null);
  private static final Parameter<List<Long>> PRIMES = Parameter.integers("prime", prime -> null);
  private static final Parameter<List<Locale>> LANGUAGES =
      Parameter.function("language", Locale::forLanguageTag);
  private static final Parameter<String> MOTTO = Parameter.text("kinds_motto", "");

  /** Kept for one message, and for its transaction once it has one. */
  private static final StateKey<String[]> MARK =
      StateKey.ofTransaction(() -> new String[] {"none"});

  private final Port<LogSink> log = Port.to(LogSink.class);
  private final Port<Routing> routing = Port.to(Routing.class);
  private final Port<Phrases> phrases = Port.to(Phrases.class);
  private final BlockingQueue<String> letters = new LinkedBlockingQueue<>(100);
  private final BlockingQueue<String> written = new LinkedBlockingQueue<>(100);
  private ParameterValues parameters = ParameterValues.DEFAULTS;
  private final Counter taken = new Counter("kinds", "taken", "Replies taken");

  /** Something that must be let go: each use of a route in a script holds one. */
  private record Ticket(String name) {}

  @Override
  public String name() {
    return "kinds";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .needs("xlog")
        .needsLibrary("phrases", "1.0")
        .parameters(LEVEL, PRIMES, LANGUAGES)
        .coreParameters(MOTTO)
        .functions(
            Functions.of("kinds_ticket", ANY, this::ticket, CONSTANT),
            Functions.of("kinds_send", ANY, text(this::send), TEXT),
            Functions.of("kinds_event", REQUEST, plain(this::event)),
            Functions.of("kinds_fail", ANY, plain(KindsModule::fail)))
        .coreFunctions(Functions.of("kinds_translate", ANY, text(this::translate), TEXT))
        .variables(
            VariableTable.builder()
                .number("tariff", this::cents)
                .text("mark", frame -> frame.state(MARK)[0], KindsModule::mark)
                .text("setting", frame -> parameters.value(MOTTO))
                .build())
        .transformations(
            new NamedTransformations("kinds")
                .plain("twice", (input, frame) -> Value.of(input.text() + input.text())))
        .headers(Tariff.HEADER)
        .commands(RpcCommand.reading("kinds.taken", "Replies taken.", c -> c.add(taken.value())))
        .statistics(taken)
        .eventRoutes("kinds:event")
        .responses(this::takes)
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
    phrases.connect(bindings);
    bindings.require(ExtraWorkers.class).declare("letter writer", 1, rank -> write());
  }

  @Override
  public void start(Bindings bindings) {
    log.connect(bindings);
    routing.connect(bindings);
    say(
        "level " + parameters.value(LEVEL) + ", primes " + parameters.value(PRIMES)
            + ", languages " + parameters.value(LANGUAGES));
  }

  private FunctionCall ticket(Arguments arguments) {
    Ticket ticket =
        arguments.converted(
            0, Converter.of(Ticket::new, released -> say("released " + released.name())));
    return frame -> {
      say("ticket " + ticket.name());
      return 1;
    };
  }

  /** Hands a letter to the extra worker, and waits for once, to have one order in the log. */
  private int send(Frame frame, String letter) {
    try {
      letters.add(letter);
      say("letter " + written.poll(10, TimeUnit.SECONDS));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private void write() throws InterruptedException {
    while (true) {
      written.add("written " + letters.take());
    }
  }

  private int event(Frame frame) {
    return routing.get().event("kinds:event", frame.message()) == null ? -1 : 1;
  }

  private static int fail(Frame frame) {
    throw new IllegalStateException("broken on purpose");
  }

  private int translate(Frame frame, String text) {
    frame.state(MARK)[0] = phrases.get().french(text);
    return 1;
  }

  private static boolean mark(Frame frame, Cell value) {
    frame.keep(MARK, new String[] {value.text()});
    return true;
  }

  private long cents(Frame frame) {
    Tariff tariff = frame.message().read(Tariff.HEADER);
    return tariff == null ? -1 : tariff.cents();
  }

  private boolean takes(SipResponse reply) {
    boolean ours = reply.statusCode() == 199;
    if (ours) {
      taken.increment();
    }
    return ours;
  }

  private void say(String text) {
    log.get().line(2, "", "kinds: " + text);
  }
}
