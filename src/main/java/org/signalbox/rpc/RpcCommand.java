// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

/**
 * One command, a line of a module's table (rpc.md §1.1). Immutable.
 *
 * @param name dotted, case-sensitive: {@code sl.stats}
 * @param doc one sentence for {@code system.methodHelp}
 * @param changing whether it changes anything; where callers log in, only administrators may
 * @param listing whether its answer is the list of all it adds, else the last thing it adds
 * @param paced whether it may be asked only so often, where the file says how often
 * @param handler does the work
 */
public record RpcCommand(
    String name, String doc, boolean changing, boolean listing, boolean paced, Handler handler) {

  /**
   * The work of a command.
   *
   * <p>Runs on a thread that may block, never on one that reads or writes sockets; on several
   * threads at once when several callers ask. It reads parameters from the call and adds to its
   * answer; a call that it leaves without an answer is answered with nothing.
   */
  @FunctionalInterface
  public interface Handler {
    /** Runs once for a call. */
    void run(RpcCall call);
  }

  /** A command that only looks. */
  public static RpcCommand reading(String name, String doc, Handler handler) {
    return new RpcCommand(name, doc, false, false, false, handler);
  }

  /** A command that changes something: a value, a table, the traffic. */
  public static RpcCommand changing(String name, String doc, Handler handler) {
    return new RpcCommand(name, doc, true, false, false, handler);
  }

  /** The same, but everything it adds makes one list; nothing added is an empty one. */
  public RpcCommand listed() {
    return new RpcCommand(name, doc, changing, true, paced, handler);
  }

  /** The same, but it may be asked only so often ({@code rpc_exec_delta}). */
  public RpcCommand atIntervals() {
    return new RpcCommand(name, doc, changing, listing, true, handler);
  }
}
