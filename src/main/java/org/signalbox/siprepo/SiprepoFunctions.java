// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.module.Port;
import org.signalbox.script.BlockKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Excerpt;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

/** What scripts may call (siprepo.md §3). */
final class SiprepoFunctions {
  private static final int DONE = 1;
  private static final int FAILED = -1;
  private static final int INCOMPLETE = -2;

  private final Port<Repository> repository;
  private final BooleanSupplier alwaysOne;

  /**
   * @param alwaysOne whether hits, misses and duplicates all give 1, as in Kamailio
   */
  SiprepoFunctions(Port<Repository> repository, BooleanSupplier alwaysOne) {
    this.repository = repository;
    this.alwaysOne = alwaysOne;
  }

  ScriptFunction[] all() {
    return new ScriptFunction[] {
      Functions.of("sr_msg_push", ANY, this::push, TEXT, INTEGER),
      Functions.of("sr_msg_pull", ANY, this::pull, TEXT, TEXT, TEXT, INTEGER),
      Functions.of("sr_msg_async_pull", ANY, this::pullLater, TEXT, TEXT, TEXT, TEXT, INTEGER),
      Functions.onTexts("sr_msg_rm", ANY, this::remove),
      Functions.plain("sr_msg_check", ANY, frame -> match(frame, 0)),
      Functions.onNumber("sr_msg_match", ANY, this::match),
    };
  }

  private FunctionCall push(Arguments arguments) {
    Arguments.TextArgument id = arguments.text(0);
    return frame -> {
      String wanted = id.value(frame);
      if (wanted == null) {
        return valueless(frame, "sr_msg_push");
      }
      PushOutcome outcome = repository.get().push(frame, wanted);
      if (outcome == PushOutcome.INCOMPLETE) {
        frame.error("sr_msg_push: the message lacks From with a tag, Call-ID, CSeq or Via");
      }
      return outcome == PushOutcome.DUPLICATE && alwaysOne.getAsBoolean()
          ? DONE
          : outcome.scriptValue();
    };
  }

  private FunctionCall pull(Arguments arguments) {
    Reading reading = new Reading(arguments, 2);
    return frame -> {
      Pulling.Wanted wanted = reading.of(frame);
      return wanted == null
          ? valueless(frame, "sr_msg_pull")
          : told(frame, "sr_msg_pull", wanted, "", repository.get().pull(frame, wanted));
    };
  }

  private FunctionCall pullLater(Arguments arguments) {
    Reading reading = new Reading(arguments, 3);
    Arguments.TextArgument group = arguments.text(2);
    return frame -> {
      Pulling.Wanted wanted = reading.of(frame);
      String workers = group.value(frame);
      if (wanted == null || workers == null) {
        return valueless(frame, "sr_msg_async_pull");
      }
      PullOutcome outcome = repository.get().pullLater(wanted, workers);
      return told(frame, "sr_msg_async_pull", wanted, workers, outcome);
    };
  }

  /** Call-ID and id first, then route and mode from some argument on. */
  private static final class Reading {
    private final Arguments.TextArgument callId;
    private final Arguments.TextArgument id;
    private final Arguments.TextArgument route;
    private final Arguments.IntegerArgument mode;

    Reading(Arguments arguments, int routeAt) {
      callId = arguments.text(0);
      id = arguments.text(1);
      route = arguments.route(routeAt, BlockKind.NAMED);
      mode = arguments.integer(routeAt + 1);
    }

    Pulling.@Nullable Wanted of(Frame frame) {
      String call = callId.value(frame);
      String key = id.value(frame);
      String name = route.value(frame);
      boolean remove = (mode.value(frame, 0) & 1) != 0;
      return call == null || key == null || name == null
          ? null
          : new Pulling.Wanted(call, key, name, remove);
    }
  }

  private int told(
      Frame frame, String function, Pulling.Wanted wanted, String group, PullOutcome outcome) {
    switch (outcome) {
      case NO_ROUTE ->
          frame.error(function + ": there is no route[" + Excerpt.of(wanted.route()) + "]");
      case NO_GROUP ->
          frame.error(function + ": async group [" + Excerpt.of(group) + "] not found");
      case BUSY ->
          frame.error(function + ": async group [" + Excerpt.of(group) + "] takes no more work");
      case TOO_DEEP -> frame.error(function + ": pulled messages pull messages too often");
      default -> {}
    }
    return outcome.succeeded() || alwaysOne.getAsBoolean() ? DONE : FAILED;
  }

  private int remove(Frame frame, String callId, String id) {
    return repository.get().removeKept(callId, id) || alwaysOne.getAsBoolean() ? DONE : FAILED;
  }

  private int match(Frame frame, long mode) {
    String callId = StoredMessage.callId(frame.message());
    if (callId == null) {
      return INCOMPLETE;
    }
    MessageTable table = repository.get().table();
    if ((mode & 1) != 0) {
      return table.match(callId, StoredMessage.branch(frame.message()));
    }
    return table.has(callId) ? DONE : FAILED;
  }

  private static int valueless(Frame frame, String function) {
    frame.error(function + ": a parameter has no value");
    return FAILED;
  }
}
