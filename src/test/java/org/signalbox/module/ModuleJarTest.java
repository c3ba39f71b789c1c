// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.script.plan.Refusal;
import org.signalbox.testkit.CompiledModule;

public class ModuleJarTest {
  private static final String SERVICES = "META-INF/services/org.signalbox.module.SignalboxModule";

  @TempDir private Path folder;

  private final Steps steps = new Steps();
  private final Modules modules = Modules.found(getClass().getClassLoader());
  private Path jar = Path.of("");

  /** A port on which the module of the test tells its steps. */
  public static final class Steps {
    private final List<String> told = new ArrayList<>();

    public void add(String step) {
      told.add(step);
    }
  }

  @BeforeEach
  void aJar() throws IOException {
    jar = folder.resolve("traced.jar");
    build("1", "");
  }

  @AfterEach
  void close() {
    modules.destroy();
  }

  @Test
  void bringsOneModuleWithALoaderOfItsOwn() {
    assertThat(modules.load(jar.toString())).isNull();
    SignalboxModule module = modules.loaded().get(0);
    assertThat(module.name()).isEqualTo("traced");
    assertThat(module.getClass().getClassLoader()).isNotEqualTo(getClass().getClassLoader());
    assertThat(module.getClass().getResource("/META-INF/note.txt")).isNotNull();
    modules.destroy();
    assertThat(module.getClass().getResource("/META-INF/note.txt"))
        .as("the loader is closed")
        .isNull();
  }

  @Test
  void aReloadKeepsTheModuleOfAJarThatIsStillTheSame() {
    begin();
    SignalboxModule before = modules.loaded().get(0);
    Modules again = modules.again();
    assertThat(again.load(jar.toString())).isNull();
    modules.takeOver(again);
    assertThat(modules.loaded()).containsExactly(before);
    assertThat(steps.told).containsExactly("init 1", "start 1");
  }

  @Test
  void aReloadExchangesTheModuleOfAJarThatWasReplaced() throws IOException {
    begin();
    SignalboxModule before = modules.loaded().get(0);
    build("2", "");
    Modules again = modules.again();
    assertThat(again.load(jar.toString())).isNull();
    modules.takeOver(again);
    assertThat(modules.loaded()).hasSize(1).doesNotContain(before);
    assertThat(steps.told).containsExactly("init 1", "start 1", "destroy 1", "init 2", "start 2");
    assertThat(before.getClass().getResource("/META-INF/note.txt"))
        .as("the loader is closed")
        .isNull();
  }

  @Test
  void aReloadEndsTheModuleOfAJarThatIsNoLongerNamed() {
    begin();
    modules.takeOver(modules.again());
    assertThat(modules.loaded()).isEmpty();
    assertThat(steps.told).endsWith("destroy 1");
  }

  @Test
  void aFileThatIsRefusedLeavesWhatRunsAlone() throws IOException {
    begin();
    build("2", "");
    Modules again = modules.again();
    assertThat(again.load(jar.toString())).isNull();
    SignalboxModule fresh = again.loaded().get(0);
    again.discard();
    assertThat(fresh.getClass().getResource("/META-INF/note.txt")).isNull();
    assertThat(modules.loaded().get(0).getClass().getResource("/META-INF/note.txt")).isNotNull();
    assertThat(steps.told).containsExactly("init 1", "start 1");
  }

  @Test
  void aJarIsLoadedOnce() {
    assertThat(modules.load(jar.toString())).isNull();
    assertThat(cause(modules.load(jar.toString()))).contains("the same module twice");
  }

  @Test
  void mistakesAreTold() throws IOException {
    assertThat(cause(modules.load(folder + "/nosuch.jar"))).contains("No such file or directory");
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    assertThat(cause(modules.load(text.toString()))).contains("is not a jar");
    assertThat(cause(modules.load(jarOf("empty.jar", null)))).contains("brings no module");
    assertThat(cause(modules.load(jarOf("gone.jar", "org.example.Gone"))))
        .contains("cannot be made")
        .contains("org.example.Gone");
    build("1", "if (true) { throw new IllegalStateException(\"not today\"); }");
    assertThat(cause(modules.load(jar.toString()))).contains("not today");
    assertThat(modules.loaded()).isEmpty();
  }

  private void begin() {
    assertThat(modules.load(jar.toString())).isNull();
    modules.init(new Bindings().bind(Steps.class, steps));
    modules.start();
  }

  private static @Nullable String cause(@Nullable Refusal refusal) {
    return refusal == null ? null : refusal.cause();
  }

  /** A jar that names a class which it does not have, or none at all. */
  private String jarOf(String name, @Nullable String service) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(service == null ? "nothing" : SERVICES));
      if (service != null) {
        entries.write(service.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
    }
    return file.toString();
  }

  private void build(String version, String constructor) throws IOException {
    Path sources = Files.createTempDirectory(folder, "src");
    Files.createDirectories(sources.resolve("META-INF/services"));
    Files.writeString(sources.resolve(SERVICES), "TracedModule");
    Files.writeString(sources.resolve("META-INF/note.txt"), "found while the loader is open");
    Files.writeString(
        sources.resolve("TracedModule.java"),
        """
        import org.signalbox.module.*;

        public final class TracedModule implements SignalboxModule {
          private ModuleJarTest.Steps steps = new ModuleJarTest.Steps();

          public TracedModule() {
            CONSTRUCTOR
          }

          public String name() {
            return "traced";
          }

          public Exports exports() {
            return Exports.builder().build();
          }

          public void init(ParameterValues parameters, Bindings bindings) {
            steps = bindings.require(ModuleJarTest.Steps.class);
            bindings.bind(TracedModule.class, this);
            steps.add("init VERSION");
          }

          public void start(Bindings bindings) {
            steps.add("start VERSION");
          }

          public void destroy() {
            steps.add("destroy VERSION");
          }
        }
        """
            .replace("CONSTRUCTOR", constructor)
            .replace("VERSION", version));
    CompiledModule.jar(sources, jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(Long.parseLong(version) * 1_000_000));
  }
}
