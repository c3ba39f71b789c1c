// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code rtimer}: routes that run again and again without a message (modules.md §16).
 *
 * <p>Open {@link org.signalbox.library.rtimer.RtimerModule} first. Routes run on workers, never on
 * the thread of the timers.
 */
@NullMarked
package org.signalbox.library.rtimer;

import org.jspecify.annotations.NullMarked;
