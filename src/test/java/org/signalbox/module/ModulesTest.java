// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.script.plan.Refusal;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.sip.HeaderForm;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Statistics;

class ModulesTest {
  private static final Parameter<Long> COUNT =
      Parameter.integer("count", 5, value -> value < 0 ? "it is negative" : null);
  private static final Parameter<List<String>> NAMES =
      Parameter.texts("name", name -> name.isEmpty() ? "it is empty" : null);
  private static final Parameter<Long> SPEED = Parameter.integer("speed", 1);
  private static final HeaderForm<Integer> COUNTED =
      HeaderForm.of("X-Count", Integer.class, Integer::valueOf);
  private static final Parameter<Optional<String>> MAYBE = Parameter.optionalText("maybe");

  private final List<String> steps = new ArrayList<>();
  private final Recorder first = new Recorder("first");
  private final Recorder second = new Recorder("second", "first");
  private final Modules modules = new Modules(List.of(first, second));

  /** Writes down each step of its life. */
  private final class Recorder implements SignalboxModule {
    private final String name;
    private final String[] needs;
    private @Nullable String failing;
    private boolean taking;
    private boolean part;

    Recorder(String name, String... needs) {
      this.name = name;
      this.needs = needs;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Exports exports() {
      Exports.Builder builder =
          Exports.builder()
              .parameters(COUNT, NAMES, MAYBE)
              .statistics(new Counter(name, "calls", "Calls"))
              .commands(RpcCommand.reading(name + ".count", "Counts.", call -> call.add(1L)))
              .responses(this::takes);
      if (needs.length == 0) {
        builder
            .coreParameters(SPEED)
            .headers(COUNTED)
            .functions(Functions.of("shared", Functions.ANY, arguments -> frame -> 1));
      } else {
        builder.coreFunctions(Functions.of("shared", Functions.REQUEST, arguments -> frame -> 2));
      }
      for (String module : needs) {
        builder.needs(module);
      }
      return builder.build();
    }

    @Override
    public boolean partOfCore() {
      return part;
    }

    private boolean takes(SipResponse reply) {
      steps.add(name + " reply");
      return taking;
    }

    @Override
    public void init(ParameterValues parameters, Bindings bindings) {
      step("init");
    }

    @Override
    public void start(Bindings bindings) {
      step("start");
    }

    @Override
    public void destroy() {
      step("destroy");
    }

    private void step(String step) {
      steps.add(name + " " + step);
      if (step.equals(failing)) {
        throw new ModuleException("no " + step);
      }
    }
  }

  @Test
  void stepsRunInLoadOrderAndEndInReverse() {
    load("first", "second.so");
    modules.init(new Bindings());
    modules.start();
    modules.destroy();
    assertThat(steps)
        .containsExactly(
            "first init",
            "second init",
            "first start",
            "second start",
            "second destroy",
            "first destroy");
  }

  @Test
  void aRefusalEndsWhatWasBegun() {
    load("first", "second");
    second.failing = "init";
    assertThatThrownBy(() -> modules.init(new Bindings()))
        .isInstanceOf(ModuleException.class)
        .hasMessage("Error while initializing module second: no init");
    assertThat(steps)
        .containsExactly("first init", "second init", "second destroy", "first destroy");
  }

  @Test
  void aModuleThatFailsToEndDoesNotKeepTheOthers() {
    load("first", "second");
    modules.init(new Bindings());
    second.failing = "destroy";
    modules.destroy();
    assertThat(steps).endsWith("second destroy", "first destroy");
  }

  @Test
  void aDependencyMustBeLoadedBefore() {
    Refusal refusal = modules.load("second");
    assertThat(refusal).isNotNull();
    assertThat(refusal.cause()).isEqualTo("module second needs module first");
    assertThat(modules.loaded()).isEmpty();
  }

  @Test
  void parametersAreReadUnderTheirKeys() {
    load("first");
    assertThat(modules.set("FIRST|other", "count", 7L)).isNull();
    assertThat(modules.set("first", "name", "a")).isNull();
    assertThat(modules.set("first", "name", "b")).isNull();
    ParameterValues values = modules.parameters(first);
    assertThat(values.value(COUNT)).isEqualTo(7);
    assertThat(values.value(NAMES)).containsExactly("a", "b");
    assertThat(values.value(MAYBE)).isEmpty();
    assertThat(values.given(MAYBE)).isFalse();
  }

  @Test
  void aValueThatTheRuleRefusesIsNotTaken() {
    load("first");
    Refusal refusal = modules.set("first", "count", -1L);
    assertThat(refusal).isNotNull();
    assertThat(refusal.cause()).isEqualTo("parameter <count> of module <first>: it is negative");
    assertThat(modules.parameters(first).value(COUNT)).isEqualTo(5);
  }

  @Test
  void everyMatchingModuleMustHaveTheParameter() {
    load("first", "second");
    assertThat(modules.set("first|second", "count", 1L)).isNull();
    assertThat(modules.set("first|second", "nosuch", 1L)).isNotNull();
  }

  @Test
  void commandsAreThereAsLongAsTheirModuleLives() {
    RpcRegistry commands = new RpcRegistry();
    load("first");
    modules.init(new Bindings().bind(RpcRegistry.class, commands));
    assertThat(commands.find("first.count")).isPresent();
    modules.destroy();
    assertThat(commands.find("first.count")).isEmpty();
  }

  @Test
  void statisticsAreThereAsLongAsTheirModuleLives() {
    Statistics statistics = new Statistics();
    load("first");
    modules.init(new Bindings().bind(Statistics.class, statistics));
    assertThat(statistics.find("first", "calls")).isPresent();
    modules.destroy();
    assertThat(statistics.find("first", "calls")).isEmpty();
  }

  @Test
  void responseFunctionsAreAskedInLoadOrderUntilOneTakesTheReply() {
    load("first", "second");
    SipResponse reply = reply();
    assertThat(modules.take(reply)).isFalse();
    first.taking = true;
    assertThat(modules.take(reply)).isTrue();
    assertThat(steps).containsExactly("first reply", "second reply", "first reply");
  }

  @Test
  void aTypedHeaderIsFoundByItsNameAndType() {
    load("first");
    assertThat(modules.header("x-count", Integer.class)).contains(COUNTED);
    assertThat(modules.header("X-Count", String.class)).isEmpty();
    assertThat(modules.header("X-Other", Integer.class)).isEmpty();
  }

  @Test
  void coreFunctionsComeBeforeThoseOfOtherModules() {
    load("first", "second");
    ScriptFunction found = modules.function("shared", 0);
    assertThat(found).isNotNull();
    assertThat(found.signature().routes()).isEqualTo(Functions.REQUEST);
  }

  @Test
  void aCoreParameterIsSetByItsName() {
    assertThat(modules.coreParametersOf("first")).containsExactly("speed");
    assertThat(modules.coreParameters()).isEmpty();
    load("first");
    assertThat(modules.coreParameters()).containsExactly("speed");
    assertThat(modules.setCore("speed", 9L)).isNull();
    assertThat(modules.parameters(first).value(SPEED)).isEqualTo(9);
    assertThat(modules.setCore("speed", "fast"))
        .extracting(Refusal::message)
        .isEqualTo("number expected");
    assertThat(modules.set("first", "speed", 1L)).as("no modparam").isNotNull();
  }

  @Test
  void aPartOfTheCoreIsLoadedByItself() {
    first.part = true;
    assertThat(modules.preloadParts()).isEmpty();
    assertThat(modules.loaded()).containsExactly(first);
    assertThat(modules.coreParameters()).containsExactly("speed");
  }

  @Test
  void fieldsAreFilledBeforeTheFirstStepAndGivenBackAfterTheLast() {
    load("first");
    Injection injection =
        module -> {
          steps.add("inject " + ((SignalboxModule) module).name());
          return () -> steps.add("give back");
        };
    modules.init(new Bindings().bind(Injection.class, injection));
    modules.destroy();
    assertThat(steps).containsExactly("inject first", "first init", "first destroy", "give back");
  }

  private static SipResponse reply() {
    String text = "SIP/2.0 180 Ringing\r\nCall-ID: 1\r\n\r\n";
    byte[] bytes = text.getBytes(US_ASCII);
    InetSocketAddress here = new InetSocketAddress("127.0.0.1", 5060);
    ListeningPoint point =
        new ListeningPoint(0, TransportProtocol.UDP, here, null, "127.0.0.1", 5060);
    ReceiveInfo info = new ReceiveInfo(point, here, here, 0);
    return (SipResponse) SipParser.parse(bytes, 0, bytes.length, info);
  }

  @Test
  void aPortHasOneImplementation() {
    Bindings bindings = new Bindings().bind(Runnable.class, steps::clear);
    assertThat(bindings.find(Runnable.class)).isPresent();
    assertThatThrownBy(() -> bindings.bind(Runnable.class, () -> {}))
        .isInstanceOf(ModuleException.class);
    assertThatThrownBy(() -> bindings.require(CharSequence.class))
        .isInstanceOf(ModuleException.class)
        .hasMessageContaining("CharSequence is missing");
  }

  private void load(String... names) {
    for (String name : names) {
      assertThat(modules.load(name)).isNull();
    }
  }
}
