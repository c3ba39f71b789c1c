// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Transformation;

/** Transformations of one class: {@code s}, {@code uri}, {@code param}... */
public interface TransformationFamily {

  /** The class, case-sensitive. */
  String name();

  /**
   * Makes the transformation that a script means.
   *
   * @param name what stands behind the first dot, in lower case
   * @param parameters everything behind the first comma, as written; null without a comma
   * @param resolver for variables among the parameters
   * @throws Unresolvable when there is no such transformation, or its parameters are wrong
   */
  Transformation resolve(String name, @Nullable String parameters, Resolver resolver);
}
