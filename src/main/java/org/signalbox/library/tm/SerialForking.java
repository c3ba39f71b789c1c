// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.REQUEST_FAILURE;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.signalbox.module.Functions;
import org.signalbox.routing.Branch;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.StateKey;

/**
 * Trying targets one after the other: the best q first, targets of equal q together (modules.md
 * §2.1). The groups that wait belong to the transaction.
 */
final class SerialForking {
  private static final StateKey<Deque<List<Branch>>> WAITING =
      StateKey.ofTransaction(ArrayDeque::new);
  private static final int NOTHING_LEFT = -2;

  private final TmPorts ports;

  SerialForking(TmPorts ports) {
    this.ports = ports;
  }

  List<ScriptFunction> all() {
    return List.of(
        Functions.plain("t_load_contacts", REQUEST_FAILURE, frame -> load(frame, 0)),
        Functions.of("t_load_contacts", REQUEST_FAILURE, this::load, INTEGER),
        Functions.plain("t_next_contacts", REQUEST_FAILURE, this::next));
  }

  private FunctionCall load(Arguments arguments) {
    Arguments.IntegerArgument mode = arguments.integer(0);
    return frame -> load(frame, mode.value(frame, 0));
  }

  /** Puts all targets in their order; mode 1 does so for targets that are all alike too. */
  private int load(Frame frame, long mode) {
    if (unnamed(frame)) {
      return TmErrors.FAILED;
    }
    RequestTarget target = RequestTarget.of(frame);
    SortedMap<Integer, List<Branch>> groups = new TreeMap<>(Comparator.reverseOrder());
    group(groups, target.asBranch(RequestTarget.ruri(frame)));
    target.branches().forEach(branch -> group(groups, branch));
    if (groups.size() == 1 && mode == 0) {
      return 1;
    }
    Deque<List<Branch>> waiting = frame.state(WAITING);
    waiting.clear();
    waiting.addAll(groups.values());
    target.branches().clear();
    return 1;
  }

  private static void group(SortedMap<Integer, List<Branch>> groups, Branch branch) {
    groups.computeIfAbsent(branch.q(), q -> new ArrayList<>(1)).add(branch);
  }

  /** Makes the next group the targets of the request. */
  private int next(Frame frame) {
    if (unnamed(frame)) {
      return TmErrors.FAILED;
    }
    List<Branch> group = frame.state(WAITING).poll();
    if (group == null) {
      return NOTHING_LEFT;
    }
    RequestTarget target = RequestTarget.of(frame);
    target.become(group.get(0));
    target.branches().clear();
    target.branches().addAll(group.subList(1, group.size()));
    return 1;
  }

  private boolean unnamed(Frame frame) {
    boolean unnamed = ports.parameters().value(TmParameters.CONTACTS_AVP).isEmpty();
    if (unnamed) {
      frame.error("serial forking needs modparam contacts_avp of tm");
    }
    return unnamed;
  }
}
