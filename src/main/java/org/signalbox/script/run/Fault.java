// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/**
 * An expression has no value. Reported where it arises; the statement that catches it has the
 * effect of script.md §6.2. One instance, without a stack: it is control flow and carries nothing.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("StaticAssignmentOfThrowable") // without a stack: one says as much as many
  static final Fault NO_VALUE = new Fault();

  private Fault() {
    super("the expression has no value", null, false, false);
  }
}
