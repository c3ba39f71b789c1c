// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a file of cases: a case per block, its number and title, then its steps. */
record SpecificationCases(int number, String title, List<String> steps) {

  static List<SpecificationCases> read(String file) {
    List<SpecificationCases> cases = new ArrayList<>();
    for (String line : lines(file)) {
      String text = line.strip();
      if (text.startsWith("case ")) {
        String[] words = text.split(" ", 3);
        cases.add(new SpecificationCases(Integer.parseInt(words[1]), words[2], new ArrayList<>()));
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        cases.get(cases.size() - 1).steps().add(text);
      }
    }
    return cases;
  }

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SpecificationCases.class.getResourceAsStream("/spec/" + file)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
