// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
  private static final List<String> STEPS = new ArrayList<>();
  private static final String SERVICES = "META-INF/services/" + InternalLibrary.class.getName();

  @TempDir private Path folder;

  private final Libraries libraries = new Libraries();
  private final Bindings bindings = new Bindings();

  /** A library that writes down when it opens and closes. */
  private abstract static class Noted implements InternalLibrary {
    private final LibraryNeed self;
    private final LibraryNeed[] needs;

    Noted(String name, String version, LibraryNeed... needs) {
      self = LibraryNeed.of(name, version);
      this.needs = needs;
    }

    @Override
    public String name() {
      return self.name();
    }

    @Override
    public LibraryVersion version() {
      return self.version();
    }

    @Override
    public List<LibraryNeed> needs() {
      return List.of(needs);
    }

    @Override
    public void open(Bindings bindings) {
      STEPS.add("open " + self);
    }

    @Override
    public void close() {
      STEPS.add("close " + self);
    }
  }

  /** Used by the other. */
  public static final class Text extends Noted {
    public Text() {
      super("text", "2.1.3");
    }
  }

  /** Uses the other. */
  public static final class Trie extends Noted {
    public Trie() {
      super("trie", "1.0.0", LibraryNeed.of("text", "2.1"));
    }
  }

  /** Two that need each other. */
  public static final class Hen extends Noted {
    public Hen() {
      super("hen", "1", LibraryNeed.of("egg", "1"));
    }
  }

  /** Two that need each other. */
  public static final class Egg extends Noted {
    public Egg() {
      super("egg", "1", LibraryNeed.of("hen", "1"));
    }
  }

  @BeforeEach
  void forget() {
    STEPS.clear();
  }

  @Test
  void openOnDemandBehindWhatTheyNeedAndCloseWithTheLastUser() throws IOException {
    List<InternalLibrary> needed = resolve("trie", "1.0");
    assertThat(STEPS).isEmpty();
    libraries.open(needed, bindings);
    libraries.open(resolve("text", "2"), bindings);
    assertThat(STEPS).containsExactly("open text 2.1.3", "open trie 1.0.0");
    libraries.close(needed);
    assertThat(STEPS).endsWith("close trie 1.0.0");
    libraries.close(resolve("text", "2"));
    assertThat(STEPS).endsWith("close trie 1.0.0", "close text 2.1.3");
  }

  @Test
  void oneThatIsMissingOrTooOldIsTold() {
    assertThatThrownBy(() -> resolve("tree", "1"))
        .isInstanceOf(ModuleException.class)
        .hasMessage("library tree 1.0.0 is not there");
    assertThatThrownBy(() -> resolve("text", "2.2"))
        .hasMessage("library text 2.2.0 is needed, but there is only 2.1.3");
    assertThatThrownBy(() -> resolve("text", "1.0")).hasMessageContaining("only 2.1.3");
  }

  @Test
  void theyCannotNeedEachOther() {
    assertThatThrownBy(() -> resolve("hen", "1"))
        .isInstanceOf(ModuleException.class)
        .hasMessage("the libraries hen, egg need each other");
  }

  @Test
  void versionsAreComparedByNumbers() {
    LibraryVersion version = LibraryVersion.of("1.10");
    assertThat(version.serves(LibraryVersion.of("1.9.7"))).isTrue();
    assertThat(version.serves(LibraryVersion.of("1.10.1"))).isFalse();
    assertThat(version.serves(LibraryVersion.of("2"))).isFalse();
    assertThat(version).hasToString("1.10.0");
    assertThatThrownBy(() -> LibraryVersion.of("1.x")).isInstanceOf(ModuleException.class);
  }

  private List<InternalLibrary> resolve(String name, String version) throws IOException {
    Path services =
        Files.write(
            folder.resolve("services"),
            List.of(
                Text.class.getName(),
                Trie.class.getName(),
                Hen.class.getName(),
                Egg.class.getName()));
    return libraries.resolve(List.of(LibraryNeed.of(name, version)), new Serving(services.toUri()));
  }

  /** The class loader of this test, with a list of services. */
  private static final class Serving extends ClassLoader {
    private final URI services;

    Serving(URI services) {
      super(LibrariesTest.class.getClassLoader());
      this.services = services;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(SERVICES)
          ? Collections.enumeration(List.of(services.toURL()))
          : super.getResources(name);
    }
  }
}
