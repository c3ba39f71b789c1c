// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A jar that {@code loadmodule "/path/x.jar"} names: one module and the class loader of its own.
 *
 * <p>Every class is loaded when the jar is opened, so that a message that still runs in an old
 * module needs nothing of a loader that a reload has closed.
 */
final class ModuleJar implements AutoCloseable {
  private static final String SERVICES = "META-INF/services/" + SignalboxModule.class.getName();

  private final Path path;
  private final Print print;
  private final URLClassLoader loader;
  private final SignalboxModule module;

  private ModuleJar(Path path, Print print, URLClassLoader loader, SignalboxModule module) {
    this.path = path;
    this.print = print;
    this.loader = loader;
    this.module = module;
  }

  /** What tells two versions of a file apart without reading it. */
  private record Print(FileTime written, long size, @Nullable Object key) {
    static Print of(Path path) throws IOException {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return new Print(file.lastModifiedTime(), file.size(), file.fileKey());
    }
  }

  /**
   * Opens a jar.
   *
   * @param parent whose classes the module sees before its own
   * @throws ModuleException when it brings no module that can be made, or more than one
   */
  static ModuleJar open(Path path, ClassLoader parent) {
    try {
      Print print = Print.of(path);
      URLClassLoader loader = new URLClassLoader(new URL[] {path.toUri().toURL()}, parent);
      try {
        loadClasses(path, loader);
        return new ModuleJar(path, print, loader, onlyModule(path, loader));
      } catch (IOException | RuntimeException | LinkageError | ServiceConfigurationError e) {
        loader.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new ModuleException("could not open <" + path + ">: No such file or directory", e);
    } catch (ZipException e) {
      throw new ModuleException("<" + path + "> is not a jar: " + e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new ModuleException("could not read <" + path + ">: " + e.getMessage(), e);
    } catch (LinkageError | ServiceConfigurationError e) {
      throw new ModuleException("the module in <" + path + "> cannot be made: " + reason(e), e);
    }
  }

  private static void loadClasses(Path path, ClassLoader loader) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .filter(name -> !name.startsWith("META-INF/") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .forEach(name -> load(name, loader));
    }
  }

  private static void load(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      // a part that needs what is not there; whoever uses it will hear of it
      return;
    }
  }

  private static SignalboxModule onlyModule(Path path, ClassLoader loader) {
    List<ServiceLoader.Provider<SignalboxModule>> own =
        ServiceLoader.load(SignalboxModule.class, loader).stream()
            .filter(provider -> provider.type().getClassLoader() == loader)
            .toList();
    if (own.size() != 1) {
      throw new ModuleException(
          own.isEmpty()
              ? "<" + path + "> brings no module: no class of it is named in " + SERVICES
              : "<" + path + "> brings " + own.size() + " modules, and must bring one");
    }
    return own.get(0).get();
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : e.getMessage() + ": " + cause);
  }

  SignalboxModule module() {
    return module;
  }

  Path path() {
    return path;
  }

  /** Whether the file is no longer the one that was opened. */
  boolean replaced() {
    try {
      return !print.equals(Print.of(path));
    } catch (IOException e) {
      return true;
    }
  }

  /** Closes the class loader; what was loaded by it can still run. */
  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      ModuleLog.LOG.jarNotClosed(path, e);
    }
  }
}
