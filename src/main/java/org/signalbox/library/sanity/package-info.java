// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code sanity}: refuses messages that break the rules of SIP (RFC 3261 §16.3).
 *
 * <p>Open {@link org.signalbox.library.sanity.SanityModule} first; what is looked at stands in
 * {@link org.signalbox.library.sanity.Checks}. Obeys modules.md §6.
 */
@NullMarked
package org.signalbox.library.sanity;

import org.jspecify.annotations.NullMarked;
