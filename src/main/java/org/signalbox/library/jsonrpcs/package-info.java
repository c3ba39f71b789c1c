// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code jsonrpcs}: JSON-RPC for scripts, over HTTP on a SIP listener and within a
 * script (rpc.md §3).
 *
 * <p>Open {@link org.signalbox.library.jsonrpcs.JsonrpcsModule} first.
 */
@NullMarked
package org.signalbox.library.jsonrpcs;

import org.jspecify.annotations.NullMarked;
