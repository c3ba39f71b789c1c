// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.FunctionSignature.ParameterKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Refusal;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.Surroundings;
import org.signalbox.script.plan.UserGlobal;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Limits;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.RunLog;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.Variable;
import org.signalbox.script.syntax.Item.Literal;
import org.signalbox.script.transformation.TransformationClasses;
import org.signalbox.script.transformation.TransformationTable;
import org.signalbox.script.variable.BuiltInVariables;
import org.signalbox.script.variable.ScriptVariables;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipUri;

/**
 * Surroundings with just enough in them to watch the language run: {@code xlog} writes into a list,
 * {@code give(n)} returns n, a few variables read the request. Functions of module {@code probe}
 * are there once it is loaded.
 */
final class Probe implements Surroundings {
  final List<String> lines = new ArrayList<>();
  private final Set<String> loaded = new HashSet<>();
  private final Map<String, Long> settings = new HashMap<>();
  private final Map<String, VariableFamily> families = new HashMap<>();
  private final List<ScriptFunction> functions = new ArrayList<>();
  private final RunLog log =
      new RunLog() {
        @Override
        public void error(Span place, String message) {
          lines.add("ERROR: " + message);
        }

        @Override
        public void warning(Span place, String message) {
          lines.add("WARNING: " + message);
        }
      };

  Probe() {
    Set<RouteKind> any = EnumSet.allOf(RouteKind.class);
    functions.add(function("xlog", any, this::xlog, ParameterKind.TEXT));
    functions.add(function("xlog", any, this::xlog, ParameterKind.CONSTANT, ParameterKind.TEXT));
    functions.add(function("give", any, Probe::give, ParameterKind.INTEGER));
    functions.add(function("is_method", any, Probe::isMethod, ParameterKind.CONSTANT));
    functions.add(
        function("t_relay", EnumSet.of(RouteKind.REQUEST, RouteKind.FAILURE), a -> f -> 1));
    functions.add(function("t_on_failure", any, Probe::onFailure, ParameterKind.TEXT));
    VariableFamily var = new ScriptVariables();
    var.names().forEach(name -> families.put(name, var));
    read("rU", frame -> request(frame).requestUri() instanceof SipUri uri ? uri.user() : null);
    read("rm", frame -> request(frame).method());
    read("si", frame -> "127.0.0.1");
    read("ci", frame -> request(frame).callId());
    families.put("avp", new Stack());
  }

  private static SipRequest request(Frame frame) {
    return (SipRequest) frame.message();
  }

  private void read(String name, Function<Frame, @Nullable String> reading) {
    families.put(
        name,
        family(name, (inner, index, resolver) -> (frame, into) -> into.set(reading.apply(frame))));
  }

  private static ScriptFunction function(
      String name,
      Set<RouteKind> routes,
      ScriptFunction.Preparation preparation,
      ParameterKind... kinds) {
    return new ScriptFunction(new FunctionSignature(name, List.of(kinds), routes), preparation);
  }

  private FunctionCall xlog(Arguments arguments) {
    Arguments.TextArgument text = arguments.text(arguments.count() - 1);
    return frame -> {
      lines.add("L " + text.value(frame));
      return 1;
    };
  }

  private static FunctionCall give(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    return frame -> (int) code.value(frame, -99);
  }

  private static FunctionCall isMethod(Arguments arguments) {
    String method = arguments.constant(0);
    return frame -> request(frame).method().equals(method) ? 1 : -1;
  }

  private static FunctionCall onFailure(Arguments arguments) {
    arguments.route(0, BlockKind.FAILURE);
    return frame -> 1;
  }

  private interface Making {
    Variable make(@Nullable String inner, VariableIndex index, Resolver resolver);
  }

  private static VariableFamily family(String name, Making making) {
    return new VariableFamily() {
      @Override
      public Set<String> names() {
        return Set.of(name);
      }

      @Override
      public Variable resolve(
          String written, @Nullable String inner, VariableIndex index, Resolver resolver) {
        return making.make(inner, index, resolver);
      }
    };
  }

  /** {@code $avp(x)}, the newest value only: null when unset. */
  private static final class Stack implements VariableFamily {
    private static final StateKey<Map<String, Cell>> AVPS = StateKey.ofTransaction(HashMap::new);

    @Override
    public Set<String> names() {
      return Set.of("avp");
    }

    @Override
    public Variable resolve(
        String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
      String wanted = VariableFamily.inner(name, inner);
      return new Variable.Writable() {
        @Override
        public void read(Frame frame, Cell into) {
          into.copy(frame.state(AVPS).getOrDefault(wanted, new Cell()));
        }

        @Override
        public boolean write(Frame frame, Cell value) {
          Cell kept = new Cell();
          kept.copy(value);
          frame.state(AVPS).put(wanted, kept);
          return true;
        }
      };
    }
  }

  @Override
  public void declare(UserGlobal global) {
    // nobody asks for it
  }

  @Override
  public boolean isParameter(String word) {
    return Set.of("children", "debug", "max_while_loops", "max_recursive_level", "return_mode")
        .contains(word);
  }

  @Override
  public boolean isReserved(String word) {
    return isParameter(word);
  }

  @Override
  public Collection<String> names() {
    return Set.of("children");
  }

  @Override
  public @Nullable Refusal set(String name, Literal value) {
    settings.put(name, value instanceof Literal.Numeral number ? number.value() : 0L);
    return null;
  }

  @Override
  public @Nullable Refusal loadModule(String name) {
    loaded.add(name);
    return null;
  }

  @Override
  public @Nullable Refusal setModuleParameter(String modules, String name, Literal value) {
    return null;
  }

  @Override
  public @Nullable Refusal complete(String module) {
    return null;
  }

  @Override
  public boolean runsRoutes() {
    return true;
  }

  @Override
  public @Nullable ScriptFunction function(String name, int arity) {
    return functions.stream()
        .filter(function -> loaded.contains("probe"))
        .filter(function -> function.signature().name().equals(name))
        .filter(function -> function.signature().arity() == arity)
        .findFirst()
        .orElse(null);
  }

  @Override
  public Set<String> functionNames() {
    Set<String> names = new TreeSet<>();
    functions.stream()
        .filter(function -> loaded.contains("probe"))
        .forEach(function -> names.add(function.signature().name()));
    return names;
  }

  @Override
  public @Nullable ScriptFunction command(String name, int arity) {
    return switch (name) {
      case "setflag", "resetflag", "isflagset", "strip", "forward", "log" ->
          function(name, Set.of(), arguments -> frame -> 1);
      default -> null;
    };
  }

  @Override
  public @Nullable VariableFamily variables(String name) {
    VariableFamily family = families.get(name);
    return family != null ? family : BuiltInVariables.named(name);
  }

  @Override
  public TransformationTable transformations() {
    return new TransformationTable(TransformationClasses.pv(ZoneOffset.UTC));
  }

  @Override
  public @Nullable Variable select(String text) {
    return switch (text) {
      case "@ruri.user" -> (frame, into) -> into.set("f16");
      case "@cfg_get.my.num" -> (frame, into) -> into.set("42");
      default -> null;
    };
  }

  @Override
  public @Nullable Variable subject(String name) {
    return switch (name) {
      case "method" -> (frame, into) -> into.set(request(frame).method());
      case "uri" -> (frame, into) -> into.set(request(frame).requestUriText());
      case "src_ip", "dst_ip", "to_ip" -> (frame, into) -> into.set("127.0.0.1");
      case "src_port", "dst_port" -> (frame, into) -> into.set(5060);
      case "proto" -> (frame, into) -> into.set(1);
      case "af" -> (frame, into) -> into.set(2);
      case "msg:len" -> (frame, into) -> into.set(request(frame).length());
      default -> null;
    };
  }

  @Override
  public @Nullable Operand myself(String subject) {
    return (frame, into) -> into.set(subject.equals("src_ip") ? 1 : 0);
  }

  @Override
  public Limits limits() {
    return new Limits(
        settings.getOrDefault("max_while_loops", 100L).intValue(),
        settings.getOrDefault("max_recursive_level", 256L).intValue(),
        settings.getOrDefault("return_mode", 0L) == 1);
  }

  @Override
  public RunLog log() {
    return log;
  }
}
