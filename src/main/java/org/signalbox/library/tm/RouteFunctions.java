// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST_FAILURE;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

/** Functions that arm the routes a transaction runs later. */
final class RouteFunctions {
  /** R F T B. */
  static final Set<RouteKind> REQUEST_FAILURE_REPLY_BRANCH =
      Set.of(RouteKind.REQUEST, RouteKind.FAILURE, RouteKind.TM_REPLY, RouteKind.BRANCH);

  private final TmPorts ports;

  RouteFunctions(TmPorts ports) {
    this.ports = ports;
  }

  List<ScriptFunction> all() {
    return List.of(
        arming("t_on_failure", REQUEST_FAILURE_REPLY_BRANCH, BlockKind.FAILURE, this::onFailure),
        arming("t_on_reply", REQUEST_FAILURE_REPLY_BRANCH, BlockKind.ONREPLY, this::onReply),
        arming("t_on_branch", REQUEST_FAILURE, BlockKind.BRANCH, this::onBranch),
        Functions.of(
            "t_on_branch_failure", REQUEST_FAILURE_REPLY_BRANCH, this::onBranchFailure, TEXT),
        Functions.of("t_is_set", ANY, this::isSet, CONSTANT));
  }

  @FunctionalInterface
  private interface Arming {
    void arm(Frame frame, @Nullable String route);
  }

  private static ScriptFunction arming(
      String function, Set<RouteKind> routes, BlockKind kind, Arming arming) {
    return Functions.of(
        function,
        routes,
        arguments -> {
          Arguments.TextArgument name = arguments.route(0, kind);
          return frame -> {
            arming.arm(frame, armed(name.value(frame)));
            return 1;
          };
        },
        TEXT);
  }

  /** {@code "0"} and an empty name disarm. */
  private static @Nullable String armed(@Nullable String name) {
    return name == null || name.isEmpty() || name.equals("0") ? null : name;
  }

  private void onFailure(Frame frame, @Nullable String route) {
    wishes(frame).failureRoute = route;
  }

  private void onReply(Frame frame, @Nullable String route) {
    ClientBranch branch = Here.of(frame).branch;
    if (frame.kind() == RouteKind.BRANCH && branch != null) {
      branch.replyRoute(route);
    } else {
      wishes(frame).replyRoute = route;
    }
  }

  private void onBranch(Frame frame, @Nullable String route) {
    wishes(frame).branchRoute = route;
  }

  private FunctionCall onBranchFailure(Arguments arguments) {
    Arguments.TextArgument name = arguments.text(0);
    return frame -> {
      wishes(frame).branchFailureRoute = armed(name.value(frame));
      return 1;
    };
  }

  private Wishes wishes(Frame frame) {
    return ports.tm().wishes(Here.of(frame));
  }

  /** Only the first letter counts. */
  private FunctionCall isSet(Arguments arguments) {
    String which = arguments.constant(0);
    char letter = which.isEmpty() ? ' ' : which.charAt(0);
    return frame -> {
      Wishes wishes = wishes(frame);
      String route =
          switch (letter) {
            case 'f' -> wishes.failureRoute;
            case 'b' -> wishes.branchRoute;
            case 'o' -> wishes.replyRoute;
            default -> null;
          };
      return route == null ? TmErrors.FAILED : 1;
    };
  }
}
