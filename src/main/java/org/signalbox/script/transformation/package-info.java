// SPDX-License-Identifier: Apache-2.0
/**
 * Transformations: what stands in braces behind a variable and changes its value, {@code
 * $(rU{s.len})} (transformations.md).
 *
 * <p>Open {@link org.signalbox.script.transformation.TransformationParser} first: it turns the text
 * into a chain of small nodes. {@link org.signalbox.script.transformation.TransformationClasses}
 * are the classes there are, one per file; modules bring more as {@link
 * org.signalbox.script.transformation.TransformationClass}. Knows no message: it sees values and a
 * {@link org.signalbox.script.Frame} to complain to.
 */
@NullMarked
package org.signalbox.script.transformation;

import org.jspecify.annotations.NullMarked;
