// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code maxfwd}: how many hops a request may still take (RFC 3261 §16.3, §16.6).
 *
 * <p>Open {@link org.signalbox.library.maxfwd.MaxfwdModule} first. Obeys modules.md §5.
 */
@NullMarked
package org.signalbox.library.maxfwd;

import org.jspecify.annotations.NullMarked;
