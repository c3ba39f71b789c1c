// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

/** A text is no JSON document. */
final class JsonException extends Exception {
  private static final long serialVersionUID = 1;

  JsonException(String what, int at) {
    super(what + " at character " + (at + 1), null, false, false);
  }
}
