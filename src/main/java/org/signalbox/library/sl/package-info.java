// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code sl}: stateless replies for scripts (modules.md §1).
 *
 * <p>Open {@link org.signalbox.library.sl.SlModule} first.
 */
@NullMarked
package org.signalbox.library.sl;

import org.jspecify.annotations.NullMarked;
