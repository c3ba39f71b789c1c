// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.List;
import java.util.Map;

/**
 * A whole file as a tree.
 *
 * @param items what it says, in order, with included files in their places
 * @param defines every define with its text as it stands at the end, for variables that read them
 */
public record ScriptFile(List<Item> items, Map<String, String> defines) {

  public ScriptFile {
    items = List.copyOf(items);
  }
}
