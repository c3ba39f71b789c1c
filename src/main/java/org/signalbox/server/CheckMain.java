// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.ListenReport;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.script.Source;

/**
 * Checks a configuration file without a server: {@code -f FILE -A NAME[=VALUE]}, or prints what its
 * preprocessor makes of it: {@code --cfg-print} (runtime.md §1).
 */
public final class CheckMain {
  private static final int FAILED = 255;

  private final PrintStream out;
  private final PrintStream err;

  CheckMain(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Ends the process with 0 when the file can be used, else with 255. */
  public static void main(String... arguments) {
    System.exit(new CheckMain(System.out, System.err).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    Source file = null;
    List<String> defines = new ArrayList<>();
    boolean print = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String option = argument.length() < 2 ? argument : argument.substring(0, 2);
      if (option.equals("-c") && argument.length() == 2) {
        continue;
      }
      if (argument.equals("--cfg-print")) {
        print = true;
        continue;
      }
      if (!option.equals("-f") && !option.equals("-A")) {
        return failed("Unknown option '" + option + "'. Use -h for help.");
      }
      if (argument.length() == 2 && i + 1 == arguments.size()) {
        return failed("Option '" + option + "' requires an argument. Use -h for help.");
      }
      String value = argument.length() > 2 ? argument.substring(2) : arguments.get(++i);
      if (option.equals("-A")) {
        defines.add(value);
        continue;
      }
      try {
        file = read(value);
      } catch (IOException e) {
        return failed(
            "ERROR: loading config file("
                + value
                + "): "
                + reason(e)
                + ", check file and directory permissions");
      }
    }
    if (file == null) {
      return failed("Option '-f' is missing. Use -h for help.");
    }
    return print ? print(file, defines) : check(file, defines);
  }

  private static Source read(String name) throws IOException {
    return name.equals("-")
        ? Source.of("stdin", new String(System.in.readAllBytes(), StandardCharsets.ISO_8859_1))
        : Source.read(Path.of(name));
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "No such file or directory"
        : e.getClass().getSimpleName();
  }

  private int check(Source file, List<String> defines) {
    Modules modules = Modules.found(CheckMain.class.getClassLoader());
    Loading loading = new ConfigurationLoader(modules).load(file, defines);
    err.print(loading.report());
    if (loading instanceof Loading.Loaded loaded) {
      out.print(ListenReport.of(loaded.configuration()));
      err.println("config file ok, exiting...");
      return 0;
    }
    return FAILED;
  }

  private int print(Source file, List<String> defines) {
    out.print(new ConfigurationLoader(new Modules(List.of())).evaluated(file, defines));
    return 0;
  }

  private int failed(String message) {
    err.println(message);
    return FAILED;
  }
}
