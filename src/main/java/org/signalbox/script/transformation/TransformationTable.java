// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes of transformations that one configuration knows: those of its loaded modules. */
public final class TransformationTable {
  private final Map<String, TransformationClass> classes = new HashMap<>();

  /** Takes the classes; a later one replaces an earlier one of the same name. */
  public TransformationTable(Collection<TransformationClass> classes) {
    classes.forEach(each -> this.classes.put(each.name(), each));
  }

  @Nullable TransformationClass named(String name) {
    return classes.get(name);
  }

  Set<String> names() {
    return classes.keySet();
  }
}
