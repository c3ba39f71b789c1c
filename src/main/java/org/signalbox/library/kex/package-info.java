// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code kex}: flags, the next hop, questions about this server, and the statistics of the
 * core with the commands that read them.
 *
 * <p>Open {@link org.signalbox.library.kex.KexModule} first. Obeys modules.md §14 and statistics.md
 * §3, §5.
 */
@NullMarked
package org.signalbox.library.kex;

import org.jspecify.annotations.NullMarked;
