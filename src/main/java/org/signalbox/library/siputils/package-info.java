// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code siputils}: questions about messages, URIs and numbers, and changes to URIs.
 *
 * <p>Open {@link org.signalbox.library.siputils.SiputilsModule} first. Obeys modules.md §7.
 */
@NullMarked
package org.signalbox.library.siputils;

import org.jspecify.annotations.NullMarked;
