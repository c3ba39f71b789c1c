// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

/** Who called: the transport's end of a call. */
@FunctionalInterface
public interface RpcCaller {

  /**
   * The answer. Told exactly once, on the thread of the command, or, for a delayed answer, on any.
   */
  void reply(RpcReply reply);

  /** Whether it can wait for an answer that comes after the command has returned (rpc.md §1.6). */
  default boolean waits() {
    return false;
  }
}
