// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A module that is no part of this server: its sources are compiled against the server's classes
 * and packed into a jar, as somebody else would do it.
 */
public final class CompiledModule {
  private CompiledModule() {}

  /**
   * Compiles the Java files of a directory with every warning an error, and packs the classes with
   * all its other files.
   *
   * @param jar written, with the directories that it needs
   */
  public static Path jar(Path sources, Path jar) throws IOException {
    Path classes = Files.createTempDirectory("module");
    compile(files(sources, ".java"), classes);
    Files.createDirectories(jar.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      pack(classes, files(classes, ".class"), entries);
      pack(sources, files(sources.resolve("META-INF"), ""), entries);
    }
    return jar;
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-Xlint:all,-processing,-serial,-classfile,-path",
            "-Werror",
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as("%s", complaints).isTrue();
    }
  }

  private static void pack(Path root, List<Path> files, JarOutputStream entries)
      throws IOException {
    for (Path file : files) {
      entries.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, entries);
      entries.closeEntry();
    }
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .forEach(found::add);
    }
    return found;
  }
}
