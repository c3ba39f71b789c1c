// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Span;
import org.signalbox.sip.SipMessage;

/**
 * Everything that changes while one message runs through a script. One thread at a time; made anew
 * for each message.
 */
public final class Frame implements org.signalbox.script.Frame {

  /** How the statement that just ran goes on. */
  enum Flow {
    ON,
    BREAK,
    RETURN,
    EXIT
  }

  private final Script script;
  private final Cell scratch = new Cell();
  private SipMessage message;
  private RouteKind kind;
  private Flow flow = Flow.ON;
  private boolean dropped;
  private long returnCode;
  private int depth;
  private Span place;
  private @Nullable Route route;
  private @Nullable Continuation suspension;

  /** What ends with the run, by the index of its key. */
  private @Nullable Object[] passing = NO_STATES;

  /** What goes into the transaction, likewise. */
  private @Nullable Object[] lasting = NO_STATES;

  private static final Object[] NO_STATES = {};

  /**
   * Begins for a message.
   *
   * @param kind the kind of route that runs first
   */
  public Frame(Script script, SipMessage message, RouteKind kind) {
    this.script = script;
    this.message = message;
    this.kind = kind;
    this.place = script.place();
  }

  /** The message as received, or as last changed by {@link #replaceMessage}. */
  public SipMessage message() {
    return message;
  }

  /** Goes on with another form of the message: one whose edits have been applied. */
  public void replaceMessage(SipMessage changed) {
    message = changed;
  }

  /** The kind of the route that runs. */
  public RouteKind kind() {
    return kind;
  }

  /** The script that runs. */
  public Script script() {
    return script;
  }

  /** {@code $rc}: the result of the last function or route. */
  public long returnCode() {
    return returnCode;
  }

  /** Whether {@code drop} ended the script. */
  public boolean dropped() {
    return dropped;
  }

  /** Whether {@code exit}, {@code drop} or a function that gave 0 has ended the script. */
  public boolean exited() {
    return flow == Flow.EXIT;
  }

  /** The statement that runs. */
  public Span place() {
    return place;
  }

  /** The route block that runs; null before the first one. */
  public @Nullable Route route() {
    return route;
  }

  /**
   * The same while one runs.
   *
   * @throws IllegalStateException before the first one
   */
  public Route running() {
    Route running = route;
    if (running == null) {
      throw new IllegalStateException("no route runs");
    }
    return running;
  }

  /** Where faults are told. */
  public RunLog log() {
    return script.log();
  }

  @Override
  public void error(String cause) {
    log().error(place, cause);
  }

  @Override
  public void warning(String cause) {
    log().warning(place, cause);
  }

  /** The state kept under a key; made when first asked for. */
  @SuppressWarnings("unchecked") // a slot holds nothing but what its key makes
  public <S> S state(StateKey<S> key) {
    Object state = at(key);
    if (state == null) {
      state = key.initial();
      put(key, state);
    }
    return (S) state;
  }

  /** The state kept under a key, or null where nobody has asked for it yet. */
  @SuppressWarnings("unchecked") // a slot holds nothing but what its key makes
  public <S> @Nullable S existing(StateKey<S> key) {
    return (S) at(key);
  }

  /** Replaces the state kept under a key. */
  public <S> void keep(StateKey<S> key, S state) {
    put(key, state);
  }

  private @Nullable Object at(StateKey<?> key) {
    @Nullable Object[] states = key.travels() ? lasting : passing;
    return key.index() < states.length ? states[key.index()] : null;
  }

  private void put(StateKey<?> key, Object state) {
    if (key.travels()) {
      lasting = with(lasting, key, state);
    } else {
      passing = with(passing, key, state);
    }
  }

  private static @Nullable Object[] with(@Nullable Object[] states, StateKey<?> key, Object state) {
    int index = key.index();
    @Nullable Object[] room =
        index < states.length ? states : Arrays.copyOf(states, Math.max(key.count(), index + 1));
    room[index] = state;
    return room;
  }

  /** What the transaction of this message keeps for its later routes. */
  public SavedState save() {
    return new SavedState(lasting.clone());
  }

  /** Takes up what a transaction has kept. */
  public void restore(SavedState saved) {
    @Nullable Object[] kept = saved.states();
    if (kept.length > lasting.length) {
      lasting = Arrays.copyOf(lasting, kept.length);
    }
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] != null) {
        lasting[i] = kept[i];
      }
    }
  }

  /** Begins a top route: as long as a message lasts, several may run one after the other. */
  void begin(RouteKind route) {
    kind = route;
    flow = Flow.ON;
    dropped = false;
    returnCode = 0;
    depth = 0;
  }

  /**
   * Ends this run behind the statement that runs; a function calls it, and then gives 0. What is
   * left of the run is complete when the run has ended.
   *
   * @param result with which the run goes on at once all the same; 0 when it does not
   */
  public Continuation suspend(long result) {
    Continuation made = new Continuation(running(), result);
    suspension = made;
    return made;
  }

  /** Not null while a run that has been suspended unwinds. */
  @Nullable Continuation suspension() {
    return suspension;
  }

  /** The run has unwound. */
  void unwound() {
    suspension = null;
  }

  Limits limits() {
    return script.limits();
  }

  /** A cell for a value that is read and used at once: the next reading may change it. */
  public Cell scratch() {
    return scratch;
  }

  Flow flow() {
    return flow;
  }

  void flow(Flow next) {
    flow = next;
  }

  boolean leaving() {
    return flow != Flow.ON;
  }

  void drop() {
    dropped = true;
    flow = Flow.EXIT;
  }

  /** Notes the result of a function or a route; 0 ends the script. */
  long returned(long code) {
    returnCode = code;
    if (code == 0) {
      flow = Flow.EXIT;
    }
    return code;
  }

  /** Notes a result without ending anything. */
  void result(long code) {
    returnCode = code;
  }

  void at(Span statement) {
    place = statement;
  }

  /** Goes one block deeper; false, and not deeper, when that is too deep. */
  boolean enter() {
    int limit = limits().depth();
    if (depth >= limit) {
      log()
          .error(
              place, "too many recursive routing table lookups (" + (limit + 1) + ") giving up!");
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  void in(@Nullable Route block) {
    route = block;
  }
}
