// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

/**
 * A value that a file defines for itself: {@code group.name = value}.
 *
 * @param instance the number in {@code group[instance].name}; -1 without one
 * @param value as {@code $sel(cfg_get.group.name)} reads it: always a text
 * @param number whether the file gives a number
 * @param description empty without one
 */
public record UserGlobal(
    String group, int instance, String name, String value, boolean number, String description) {

  /** {@code group.name} or {@code group[instance].name}. */
  public String key() {
    return group + (instance < 0 ? "" : "[" + instance + "]") + "." + name;
  }
}
