// SPDX-License-Identifier: Apache-2.0
/**
 * Locks that scripts and modules hold by hand, alone or as a set addressed by hash (guide, chapter
 * 3).
 *
 * <p>Open {@link org.signalbox.lock.LockSet} first. Nothing on the way of a message uses them
 * unless a script asks for it.
 */
@NullMarked
package org.signalbox.lock;

import org.jspecify.annotations.NullMarked;
