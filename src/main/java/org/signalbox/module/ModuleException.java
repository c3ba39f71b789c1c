// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/** A module cannot do what the file asks; the message is a sentence for operators. */
public class ModuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ModuleException(String message) {
    super(message);
  }

  public ModuleException(String message, Throwable cause) {
    super(message, cause);
  }
}
