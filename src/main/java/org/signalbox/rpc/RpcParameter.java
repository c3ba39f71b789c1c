// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command wants to read next (rpc.md §1.2). Callers send Long, Double, Boolean, String, null
 * or nested values.
 *
 * @param <T> what it becomes
 */
public final class RpcParameter<T> {
  /** A whole number; the fraction of another one is cut, true is 1. A text is none. */
  public static final RpcParameter<Long> INTEGER =
      new RpcParameter<>("integer", RpcParameter::whole);

  /** The same, also from a text that is a decimal number as a whole. */
  public static final RpcParameter<Long> ANY_INTEGER =
      new RpcParameter<>("integer", RpcParameter::anyWhole);

  /** Any number. */
  public static final RpcParameter<Double> DOUBLE =
      new RpcParameter<>("float", given -> given instanceof Number n ? n.doubleValue() : null);

  /** A text. */
  public static final RpcParameter<String> TEXT =
      new RpcParameter<>("string", given -> given instanceof String text ? text : null);

  /** A text or the decimal digits of a number. */
  public static final RpcParameter<String> ANY_TEXT =
      new RpcParameter<>("string", RpcParameter::anyText);

  /** A whole number or a text, as it is given: a Long or a String. */
  public static final RpcParameter<Object> VALUE =
      new RpcParameter<>("integer", given -> given instanceof String ? given : whole(given));

  private final String type;
  private final Function<Object, @Nullable T> reading;

  private RpcParameter(String type, Function<Object, @Nullable T> reading) {
    this.type = type;
    this.reading = reading;
  }

  /** The word for it in faults. */
  String type() {
    return type;
  }

  /** What a given value becomes; null when it does not match. */
  @Nullable T of(@Nullable Object given) {
    return given == null ? null : reading.apply(given);
  }

  private static @Nullable Long whole(Object given) {
    if (given instanceof Boolean on) {
      return on ? 1L : 0L;
    }
    return given instanceof Number number ? (Long) number.longValue() : null;
  }

  private static @Nullable Long anyWhole(Object given) {
    if (!(given instanceof String text)) {
      return whole(given);
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable String anyText(Object given) {
    if (given instanceof Double number) {
      return BigDecimal.valueOf(number).toPlainString();
    }
    return given instanceof String || given instanceof Long ? given.toString() : null;
  }
}
