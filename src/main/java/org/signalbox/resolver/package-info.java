// SPDX-License-Identifier: Apache-2.0
/**
 * From the host of a URI to the addresses to try, in order (RFC 3263; runtime.md §9).
 *
 * <p>Open {@link org.signalbox.resolver.Resolver} first. The only user of dnsjava; knows nothing of
 * sockets for SIP, transactions or scripts. Never blocks the caller.
 */
@NullMarked
package org.signalbox.resolver;

import org.jspecify.annotations.NullMarked;
