// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code xlog}: what scripts write into the log.
 *
 * <p>Open {@link org.signalbox.library.xlog.XlogModule} first. Knows nothing of where the lines go.
 * Obeys modules.md §11.
 */
@NullMarked
package org.signalbox.library.xlog;

import org.jspecify.annotations.NullMarked;
