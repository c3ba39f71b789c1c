// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

/** The server cannot start or cannot do what it was asked; one line for the operator says why. */
public final class ServerException extends RuntimeException {

  ServerException(String message) {
    super(message, null, false, false); // WildFly would print a trace that says nothing more
  }

  ServerException(Throwable cause) {
    this(line(cause));
  }

  private static String line(Throwable cause) {
    String message = cause.getMessage();
    return (message == null ? cause.toString() : message).strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
