// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** The internal libraries of a server: found when a module asks for one. One thread at a time. */
final class Libraries {
  private final Map<Class<?>, InternalLibrary> made = new HashMap<>();
  private final Map<InternalLibrary, Opened> open = new HashMap<>();

  /** An open library and how many modules use it. */
  private static final class Opened {
    private final Bindings view;
    private int users;

    Opened(Bindings view) {
      this.view = view;
    }
  }

  /**
   * The libraries that serve these needs, each behind those that it needs itself.
   *
   * @param loader whose classes are searched
   * @throws ModuleException when one is missing, too old, or needs itself
   */
  List<InternalLibrary> resolve(List<LibraryNeed> needs, ClassLoader loader) {
    List<InternalLibrary> resolved = new ArrayList<>();
    needs.forEach(need -> resolve(need, loader, resolved, new LinkedHashSet<>()));
    return resolved;
  }

  private void resolve(
      LibraryNeed need, ClassLoader loader, List<InternalLibrary> resolved, Set<String> above) {
    InternalLibrary library = find(need, loader);
    if (resolved.contains(library)) {
      return;
    }
    if (!above.add(library.name())) {
      throw new ModuleException("the libraries " + String.join(", ", above) + " need each other");
    }
    library.needs().forEach(next -> resolve(next, loader, resolved, above));
    above.remove(library.name());
    resolved.add(library);
  }

  private InternalLibrary find(LibraryNeed need, ClassLoader loader) {
    List<InternalLibrary> named =
        ServiceLoader.load(InternalLibrary.class, loader).stream()
            .map(provider -> made.computeIfAbsent(provider.type(), type -> made(provider)))
            .filter(library -> library.name().equals(need.name()))
            .toList();
    return named.stream()
        .filter(library -> library.version().serves(need.version()))
        .max((a, b) -> a.version().compareTo(b.version()))
        .orElseThrow(() -> new ModuleException(missing(need, named)));
  }

  private static InternalLibrary made(ServiceLoader.Provider<InternalLibrary> provider) {
    try {
      return provider.get();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new ModuleException("a library cannot be made: " + e.getMessage(), e);
    }
  }

  private static String missing(LibraryNeed need, List<InternalLibrary> named) {
    return "library "
        + need
        + (named.isEmpty()
            ? " is not there"
            : named.stream()
                .map(library -> library.version().toString())
                .collect(Collectors.joining(", ", " is needed, but there is only ", "")));
  }

  /**
   * Opens those that are not open yet; the caller uses all of them from now on.
   *
   * @throws ModuleException when one cannot be opened; the caller then uses none
   */
  void open(List<InternalLibrary> libraries, Bindings bindings) {
    List<InternalLibrary> begun = new ArrayList<>();
    try {
      for (InternalLibrary library : libraries) {
        use(library, bindings);
        begun.add(library);
      }
    } catch (RuntimeException | LinkageError e) {
      close(begun);
      throw new ModuleException(
          "library " + libraries.get(begun.size()).name() + ": " + e.getMessage(), e);
    }
  }

  private void use(InternalLibrary library, Bindings bindings) {
    Opened opened = open.get(library);
    if (opened == null) {
      opened = new Opened(bindings.view());
      library.open(opened.view);
      open.put(library, opened);
    }
    opened.users++;
  }

  /** The caller uses none of them any more: those without another user are closed. */
  void close(List<InternalLibrary> libraries) {
    for (int i = libraries.size() - 1; i >= 0; i--) {
      InternalLibrary library = libraries.get(i);
      Opened opened = open.get(library);
      if (opened != null && --opened.users == 0) {
        open.remove(library);
        opened.view.unbind();
        library.close();
      }
    }
  }
}
