// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;

/**
 * What an event route is told: {@code $ka(key)}, null elsewhere. States are Kamailio's numbers, the
 * round trip is in microseconds.
 *
 * @param changed null outside of the event routes
 */
record Told(@Nullable DestinationStateChanged changed) {
  private static final StateKey<Told> KEY = StateKey.ofRun(() -> new Told(null));

  void in(Frame frame) {
    frame.keep(KEY, this);
  }

  static VariableFamily variables() {
    return VariableTable.builder()
        .keyed(
            "ka",
            new VariableTable.Keys()
                .any("uri", text(changed -> changed.destination().uri()))
                .any("owner", text(changed -> changed.destination().owner()))
                .any("state", number(changed -> (long) changed.state().number()))
                .any("prev", number(changed -> (long) changed.previous().number()))
                .any("code", number(changed -> (long) changed.result().outcome().code()))
                .any("reason", text(changed -> changed.result().outcome().why()))
                .any("rtt", number(Told::roundTrip)))
        .build();
  }

  private static @Nullable Long roundTrip(DestinationStateChanged changed) {
    Duration roundTrip = changed.result().outcome().roundTrip();
    return roundTrip == null ? null : (Long) (roundTrip.toNanos() / 1000);
  }

  private static Variable text(Function<DestinationStateChanged, String> part) {
    return (frame, into) -> {
      DestinationStateChanged changed = frame.state(KEY).changed;
      into.set(changed == null ? null : WireText.bytes(part.apply(changed)));
    };
  }

  private static Variable number(Function<DestinationStateChanged, @Nullable Long> part) {
    return (frame, into) -> {
      DestinationStateChanged changed = frame.state(KEY).changed;
      Long number = changed == null ? null : part.apply(changed);
      if (number == null) {
        into.clear();
      } else {
        into.set(number.longValue());
      }
    };
  }
}
