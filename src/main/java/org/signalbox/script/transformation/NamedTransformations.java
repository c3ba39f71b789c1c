// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.signalbox.script.NotationException;

/** A class of transformations as a table: the name, in any case, and who makes it. */
public final class NamedTransformations implements TransformationClass {

  /** Makes one transformation; reads its parameters. */
  @FunctionalInterface
  public interface Maker {
    Transformation make(Specifier specifier) throws NotationException;
  }

  private final String name;
  private final Map<String, Maker> makers = new HashMap<>();

  public NamedTransformations(String name) {
    this.name = name;
  }

  /** Adds one that has parameters. */
  public NamedTransformations with(String inner, Maker maker) {
    makers.put(inner.toLowerCase(Locale.ROOT), maker);
    return this;
  }

  /** Adds one without parameters. */
  public NamedTransformations plain(String inner, Transformation transformation) {
    return with(inner, specifier -> transformation);
  }

  /** Adds one without parameters that works on the text of a value and fails on null. */
  public NamedTransformations text(String inner, OnText.Work work) {
    return plain(inner, new OnText(work));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Transformation make(Specifier specifier) throws NotationException {
    Maker maker = makers.get(specifier.name().toLowerCase(Locale.ROOT));
    if (maker == null) {
      throw specifier.unknown(makers.keySet());
    }
    return maker.make(specifier);
  }
}
