// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The current values of the stream transport parameters. Thread-safe: a change is seen by the next
 * message or connection that asks.
 */
public final class TcpParameters {

  private final EnumMap<TcpParameter, AtomicInteger> values = new EnumMap<>(TcpParameter.class);

  /** Every parameter at its default. */
  public TcpParameters() {
    for (TcpParameter parameter : TcpParameter.values()) {
      values.put(parameter, new AtomicInteger(parameter.initial()));
    }
  }

  /** The current value, in the unit the parameter names. */
  public int value(TcpParameter parameter) {
    return held(parameter).get();
  }

  /** Sets a value; false, and nothing changes, when it is out of range. */
  public boolean set(TcpParameter parameter, int value) {
    if (!parameter.takes(value)) {
      return false;
    }
    held(parameter).set(value);
    return true;
  }

  boolean on(TcpParameter parameter) {
    return value(parameter) != 0;
  }

  private AtomicInteger held(TcpParameter parameter) {
    return requireNonNull(values.get(parameter));
  }
}
