// SPDX-License-Identifier: Apache-2.0
/**
 * Time: the monotonic clock everything reads and the one wheel on which everything waits.
 *
 * <p>Open {@link org.signalbox.timer.TimerWheel} first. Starts no thread: a door drives the wheel.
 * Obeys runtime.md §5 and chapter 15 of the guide.
 */
@NullMarked
package org.signalbox.timer;

import org.jspecify.annotations.NullMarked;
