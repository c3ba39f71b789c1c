// SPDX-License-Identifier: Apache-2.0
/**
 * From tree to plan: every name, function, constant and type of a file resolved once (script.md
 * §3).
 *
 * <p>Open {@link org.signalbox.script.plan.Planner} first. What lies outside the language it asks
 * through {@link org.signalbox.script.plan.Surroundings}.
 */
@NullMarked
package org.signalbox.script.plan;

import org.jspecify.annotations.NullMarked;
