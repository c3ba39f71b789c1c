// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The current values of the stream transport parameters. Thread-safe: a change is seen by the next
 * message or connection that asks.
 */
public final class TcpParameters {

  private final AtomicIntegerArray values = new AtomicIntegerArray(TcpParameter.values().length);

  /** Every parameter at its default. */
  public TcpParameters() {
    for (TcpParameter parameter : TcpParameter.values()) {
      values.set(parameter.ordinal(), parameter.initial());
    }
  }

  /** The current value, in the unit the parameter names. */
  public int value(TcpParameter parameter) {
    return values.get(parameter.ordinal());
  }

  /** Sets a value; false, and nothing changes, when it is out of range. */
  public boolean set(TcpParameter parameter, int value) {
    if (!parameter.takes(value)) {
      return false;
    }
    values.set(parameter.ordinal(), value);
    return true;
  }

  boolean on(TcpParameter parameter) {
    return value(parameter) != 0;
  }
}
