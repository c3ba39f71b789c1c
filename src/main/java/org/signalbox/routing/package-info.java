// SPDX-License-Identifier: Apache-2.0
/**
 * Which route block a message, a reply or an event runs, and what of it outlives the run (script.md
 * §5, §9).
 *
 * <p>Open {@link org.signalbox.routing.Routing} first, then {@link
 * org.signalbox.routing.RequestTarget}. What two modules share stands here as an interface that one
 * binds and others look up. Knows no servlet and no single module.
 */
@NullMarked
package org.signalbox.routing;

import org.jspecify.annotations.NullMarked;
