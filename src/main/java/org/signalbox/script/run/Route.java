// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Span;

/** A route block. Calls refer to it before its body is planned; afterwards it does not change. */
public final class Route {
  private final BlockKind kind;
  private final String name;
  private final Span place;
  private Block body = new Block(List.of());

  public Route(BlockKind kind, String name, Span place) {
    this.kind = kind;
    this.name = name;
    this.place = place;
  }

  /** Gives it its body, once, before any message runs. */
  public void link(Block planned) {
    body = planned;
  }

  /** Its kind. */
  public BlockKind kind() {
    return kind;
  }

  /** Its name; empty for the one of its kind. */
  public String name() {
    return name;
  }

  /** Where it stands. */
  public Span place() {
    return place;
  }

  /** Runs it as a call; {@code return} and {@code break} end here, {@code exit} does not. */
  long call(Frame frame) {
    Route caller = frame.route();
    frame.in(this);
    long value = body.run(frame);
    Continuation suspension = frame.suspension();
    if (suspension != null) {
      suspension.add(
          (later, last) -> {
            long code = ended(later, caller, last);
            later.result(code);
            return code;
          });
    }
    return ended(frame, caller, value);
  }

  private static long ended(Frame frame, @Nullable Route caller, long last) {
    long value = last;
    frame.in(caller);
    Frame.Flow flow = frame.flow();
    if (flow == Frame.Flow.RETURN) {
      frame.flow(Frame.Flow.ON);
    } else if (flow == Frame.Flow.BREAK) {
      frame.flow(Frame.Flow.ON);
      value = 0;
    }
    return value;
  }
}
