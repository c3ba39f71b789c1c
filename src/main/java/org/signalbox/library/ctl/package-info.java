// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code ctl}: the sockets of {@code kamcmd} (rpc.md §4.1). Its parameters are read; the
 * sockets stay closed in this version.
 *
 * <p>Open {@link org.signalbox.library.ctl.CtlModule} first.
 */
@NullMarked
package org.signalbox.library.ctl;

import org.jspecify.annotations.NullMarked;
