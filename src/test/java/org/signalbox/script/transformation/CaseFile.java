// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.script.Value;

/** {@code spec/transformations.cases}: what variables hold, and what comes of them. */
record CaseFile(Map<String, Value> variables, List<Case> cases) {
  private static final Path FILE = Path.of("src/test/resources/spec/transformations.cases");

  /** One row: its number or {@code load}, what the script says, what comes of it. */
  record Case(String number, String script, String kind, String expected) {
    @Override
    public String toString() {
      return number + " " + script;
    }
  }

  static CaseFile read() {
    try {
      return parse(Files.readAllLines(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseFile parse(List<String> lines) {
    Map<String, Value> variables = new HashMap<>();
    for (String line : lines) {
      String[] sides = line.split(" = ", 2);
      if (line.startsWith("var ")) {
        variables.put("var(" + sides[0].substring(4) + ")", value(sides[1]));
      } else if (line.startsWith("message ")) {
        variables.put(sides[0].substring(8), value(sides[1]));
      }
    }
    List<Case> cases =
        lines.stream().filter(line -> line.matches("(\\d|load ).*")).map(CaseFile::row).toList();
    return new CaseFile(variables, cases);
  }

  private static Case row(String line) {
    int blank = line.indexOf(' ');
    int arrow = line.indexOf(" => ");
    String[] result = line.substring(arrow + 4).split(" ", 2);
    String expected = result.length > 1 ? result[1] : "";
    return new Case(
        line.substring(0, blank),
        line.substring(blank + 1, arrow),
        result[0],
        expected.startsWith("\"") ? unquoted(expected) : expected);
  }

  private static Value value(String written) {
    if (written.equals("null")) {
      return Value.NULL;
    }
    return written.startsWith("\"")
        ? Value.of(unquoted(written))
        : Value.of(Long.parseLong(written));
  }

  private static String unquoted(String written) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < written.length() - 1; i++) {
      char c = written.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (written.charAt(++i) == 'x') {
        out.append((char) Integer.parseInt(written, i + 1, i + 3, 16));
        i += 2;
      } else {
        int known = "rnt".indexOf(written.charAt(i));
        out.append(known < 0 ? written.charAt(i) : "\r\n\t".charAt(known));
      }
    }
    return out.toString();
  }
}
