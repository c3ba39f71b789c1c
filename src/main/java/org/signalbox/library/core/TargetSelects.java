// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Branch;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;

/** Selects of where a request goes: {@code @next_hop}, {@code @dst_uri}, {@code @branch.uri}. */
final class TargetSelects {
  private TargetSelects() {}

  /** What a select of this kind reads; null when it is none. */
  static @Nullable Variable named(String text) {
    return switch (text.startsWith("@") ? text.substring(1) : text) {
      case "dst_uri" -> (frame, into) -> into.set(RequestTarget.of(frame).destinationUri());
      case "next_hop" -> (frame, into) -> into.set(RequestTarget.nextUri(frame));
      case "branch.count" -> (frame, into) -> into.set(String.valueOf(branches(frame).size()));
      case "branch.uri" ->
          (frame, into) ->
              into.set(branches(frame).isEmpty() ? null : branches(frame).get(0).uri());
      default -> null;
    };
  }

  private static List<Branch> branches(Frame frame) {
    return RequestTarget.of(frame).branches();
  }
}
