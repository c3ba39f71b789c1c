// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that can be looked at and changed while the server runs, by {@code cfg.*} commands (rpc.md
 * §8.3). Thread-safe.
 *
 * <p>A value is a Long or a String. Some groups have instances, which hold values of their own for
 * some of the names.
 */
public interface RuntimeGroup {
  /** The instance that stands for the group itself. */
  int ITSELF = -1;

  String name();

  /** What it holds, in order. */
  List<String> names();

  /** Whether callers may see the values. */
  default boolean readable() {
    return true;
  }

  /** Whether a value is a number. */
  boolean number(String name);

  /** One sentence about a value. */
  String description(String name);

  /** A value of an instance, else that of the group; null when there is no such instance. */
  @Nullable Object value(int instance, String name);

  /** Changes a value from now on; false when it is out of range or fixed at start. */
  boolean change(int instance, String name, Object value);

  /** Whether a later change would be taken, as far as can be told now. */
  boolean takes(int instance, String name, Object value);

  /** Begins an instance; false when the group has none, or has it already. */
  default boolean add(int instance) {
    return false;
  }

  /** Ends an instance; false when there is none. */
  default boolean remove(int instance) {
    return false;
  }

  /** Takes the own value away from an instance; false when there is no such instance. */
  default boolean unset(int instance, String name) {
    return false;
  }

  /** Gives everything back the value that the file gave it. */
  void reset(int instance);
}
