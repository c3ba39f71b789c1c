// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code cfgutils}: locks, pauses, chance, flags of the whole server, and routes that
 * may be missing (modules.md §12).
 *
 * <p>Open {@link org.signalbox.library.cfgutils.CfgutilsModule} first.
 */
@NullMarked
package org.signalbox.library.cfgutils;

import org.jspecify.annotations.NullMarked;
