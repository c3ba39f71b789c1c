// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.List;
import org.signalbox.script.Problem;

/** What came of reading a file: a configuration or mistakes, never an exception. */
public sealed interface Loading {

  /** The text for operators: every warning and mistake with its place; empty when there is none. */
  String report();

  /** The file can be used. */
  record Loaded(Configuration configuration, List<Problem> warnings, String report)
      implements Loading {}

  /** The file cannot be used. */
  record Refused(List<Problem> problems, String report) implements Loading {}
}
