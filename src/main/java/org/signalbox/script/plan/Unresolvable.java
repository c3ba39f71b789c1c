// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

/**
 * A name, an argument or a parameter that a family of variables, a transformation or a function
 * cannot make sense of; the message says why. The planner adds the place.
 */
public final class Unresolvable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unresolvable(String message) {
    super(message, null, false, false);
  }
}
