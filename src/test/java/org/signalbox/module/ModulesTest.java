// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.signalbox.script.plan.Refusal;

class ModulesTest {
  private static final Parameter<Long> COUNT =
      Parameter.integer("count", 5, value -> value < 0 ? "it is negative" : null);
  private static final Parameter<List<String>> NAMES =
      Parameter.texts("name", name -> name.isEmpty() ? "it is empty" : null);
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
      Exports.Builder builder = Exports.builder().parameters(COUNT, NAMES, MAYBE);
      for (String module : needs) {
        builder.needs(module);
      }
      return builder.build();
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
