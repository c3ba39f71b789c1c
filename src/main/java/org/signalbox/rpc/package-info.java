// SPDX-License-Identifier: Apache-2.0
/**
 * Commands that operators give from outside: who offers them, what they are asked, what they
 * answer. A command knows no transport, and a transport knows no command (rpc.md §1).
 *
 * <p>Open {@link org.signalbox.rpc.RpcCommand} first, then {@link org.signalbox.rpc.RpcCall}.
 */
@NullMarked
package org.signalbox.rpc;

import org.jspecify.annotations.NullMarked;
