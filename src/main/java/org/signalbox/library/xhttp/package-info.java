// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code xhttp}: HTTP requests that come in on a SIP listener are answered by {@code
 * event_route[xhttp:request]} (rpc.md §3.4).
 *
 * <p>Open {@link org.signalbox.library.xhttp.XhttpModule} first.
 */
@NullMarked
package org.signalbox.library.xhttp;

import org.jspecify.annotations.NullMarked;
