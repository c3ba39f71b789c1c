// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code mqueue}: queues through which one message leaves work for another, or for a
 * timer (modules.md §16).
 *
 * <p>Open {@link org.signalbox.library.mqueue.MqueueModule} first.
 */
@NullMarked
package org.signalbox.library.mqueue;

import org.jspecify.annotations.NullMarked;
