// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command: parameters are read one after the other, and the answer is put together
 * (rpc.md §1). Used by one thread at a time.
 *
 * <p>A parameter that is not what the command wants ends the command: with what it has answered so
 * far, or with fault 400 when that is nothing.
 */
public final class RpcCall {
  private final RpcCommand command;
  private final List<@Nullable Object> parameters;
  private final RpcCaller caller;
  private final RpcArray items = new RpcArray();
  private final AtomicBoolean sent = new AtomicBoolean();
  private int next;
  private boolean delayed;
  private boolean listing;
  private RpcReply.@Nullable Fault fault;

  RpcCall(RpcCommand command, List<@Nullable Object> parameters, RpcCaller caller) {
    this.command = command;
    this.listing = command.listing();
    this.parameters = parameters;
    this.caller = caller;
  }

  /** The next parameter, without which the command ends with fault 400. */
  public <T> T need(RpcParameter<T> wanted) {
    return take(wanted, null);
  }

  /** The next parameter, without which the command ends with a fault of its own. */
  public <T> T need(RpcParameter<T> wanted, int code, String text) {
    return take(wanted, new RpcReply.Fault(code, text));
  }

  /** The next parameter if there is one. */
  public <T> @Nullable T optional(RpcParameter<T> wanted) {
    return more() ? take(wanted, null) : null;
  }

  /** All further parameters up to one that is something else; the first must not be. */
  public <T> List<T> rest(RpcParameter<T> wanted) {
    List<T> all = new ArrayList<>();
    for (T value = optional(wanted); value != null; value = more() ? peek(wanted) : null) {
      all.add(value);
    }
    return all;
  }

  /** Whether there are parameters that have not been read. */
  public boolean more() {
    return next < parameters.size();
  }

  private <T> T take(RpcParameter<T> wanted, RpcReply.@Nullable Fault otherwise) {
    T value = more() ? peek(wanted) : null;
    if (value == null) {
      throw new RpcFaultException(otherwise == null ? mismatch(wanted) : otherwise);
    }
    return value;
  }

  private <T> @Nullable T peek(RpcParameter<T> wanted) {
    T value = wanted.of(parameters.get(next));
    next += value == null ? 0 : 1;
    return value;
  }

  private RpcReply.Fault mismatch(RpcParameter<?> wanted) {
    return new RpcReply.Fault(
        400,
        "error at parameter %d: expected %s type but %s"
            .formatted(
                next,
                wanted.type(),
                more() ? "record doesn't match type" : "end of packet encountered"));
  }

  /**
   * Adds an item to the answer.
   *
   * @throws IllegalArgumentException when it is of a type that cannot be sent
   */
  public RpcCall add(@Nullable Object item) {
    items.add(item);
    return this;
  }

  /** Adds a text to the answer, as {@link String#format} makes it. */
  public RpcCall printf(String format, Object... arguments) {
    return add(String.format(Locale.ROOT, format, arguments));
  }

  /** Answers with the last item alone, though the command lists what it adds. */
  public void last() {
    listing = false;
  }

  /** Adds a structure to the answer and returns it to be filled. */
  public RpcStruct struct() {
    return items.struct();
  }

  /** Adds a list to the answer and returns it to be filled. */
  public RpcArray array() {
    return items.array();
  }

  /** Answers with a fault, whatever else has been or will be added; the last one counts. */
  public void fault(int code, String text) {
    fault = new RpcReply.Fault(code, text);
  }

  /** Sends the answer now, before something that may keep it from leaving; later ones are lost. */
  public void send() {
    if (sent.compareAndSet(false, true)) {
      RpcReply.Fault raised = fault;
      caller.reply(raised != null ? raised : new RpcReply.Result(listing, items.items()));
    }
  }

  /**
   * Keeps the answer back when the command returns: whoever holds the call finishes it later with
   * {@link #send}, from any thread. Ends the command with fault 600 where the caller cannot wait.
   */
  public void delay() {
    if (!caller.waits()) {
      throw new RpcFaultException(
          new RpcReply.Fault(600, "Reply wait/async mode not supported by this rpc transport"));
    }
    delayed = true;
  }

  /** Runs the command. */
  void run() {
    try {
      command.handler().run(this);
    } catch (RpcFaultException e) {
      delayed = false;
      if (items.items().isEmpty() && fault == null) {
        fault = e.fault();
      }
    } catch (RuntimeException e) { // commands are written by others: their callers are told
      delayed = false;
      RpcLog.LOG.failed(command.name(), e);
      fault(500, "Internal Server Error");
    }
    if (!delayed) {
      send();
    }
  }
}
