// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.signalbox.script.FunctionSignature;
import org.signalbox.script.run.FunctionCall;

/**
 * A function that scripts may call.
 *
 * @param signature how and where it is called
 * @param preparation makes one call of it, when the file is planned
 */
public record ScriptFunction(FunctionSignature signature, Preparation preparation) {

  /** Makes the calls of a function. */
  @FunctionalInterface
  public interface Preparation {

    /**
     * Prepares one call: what is constant is read and checked now.
     *
     * @throws Unresolvable when an argument is wrong
     */
    FunctionCall prepare(Arguments arguments);
  }
}
