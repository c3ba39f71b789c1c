// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.signalbox.module.Functions.ANY;

import java.util.EnumSet;
import java.util.Set;
import org.signalbox.module.Functions;
import org.signalbox.module.Port;
import org.signalbox.script.RouteKind;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;

/** What scripts may call (keepalive.md §3). */
final class KeepaliveFunctions {
  private static final Set<RouteKind> ADDING =
      EnumSet.of(RouteKind.REQUEST, RouteKind.BRANCH, RouteKind.CORE_REPLY, RouteKind.TM_REPLY);

  private final Port<Keepalive> keepalive;

  KeepaliveFunctions(Port<Keepalive> keepalive) {
    this.keepalive = keepalive;
  }

  ScriptFunction[] all() {
    return new ScriptFunction[] {
      Functions.onText("ka_is_alive", ANY, this::alive),
      Functions.onTexts("ka_add_destination", ADDING, this::add),
      Functions.onTexts("ka_del_destination", ANY, this::remove),
    };
  }

  private int alive(Frame frame, String uri) {
    return keepalive.get().alive(uri);
  }

  private int add(Frame frame, String uri, String owner) {
    AddOutcome outcome = keepalive.get().add(uri, WireText.decoded(owner));
    if (outcome instanceof AddOutcome.Refused refused) {
      frame.error("ka_add_destination: " + refused.reason());
    }
    return outcome.scriptValue();
  }

  private int remove(Frame frame, String uri, String owner) {
    return keepalive.get().remove(uri, WireText.decoded(owner)) ? 1 : -1;
  }
}
