// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;
import org.signalbox.timer.TimeSource;

/** P-Charging-Vector (RFC 7315 §4.6): removes it, makes one, and reads its parts. */
final class ChargingVector {
  private static final StateKey<Made> MADE = StateKey.ofRun(Made::new);

  private final Port<TimeSource> time;
  private final AtomicInteger count = new AtomicInteger();

  ChargingVector(Port<TimeSource> time) {
    this.time = time;
  }

  /** What this run has put in place of the received value. */
  private static final class Made {
    private @Nullable String value;
    private boolean removed;
  }

  VariableFamily family() {
    return VariableTable.builder()
        .keyed(
            "pcv",
            new VariableTable.Keys()
                .text("all", ChargingVector::value)
                .text("value", frame -> part(frame, "icid-value"))
                .text("genaddr", frame -> part(frame, "icid-generated-at"))
                .text("orig", frame -> part(frame, "orig-ioi"))
                .text("term", frame -> part(frame, "term-ioi")))
        .build();
  }

  /**
   * Changes it.
   *
   * @param flags {@code r} removes, {@code g} makes one where there is none, {@code f} does both
   */
  int change(Frame frame, String flags) {
    String wanted = flags.toLowerCase(Locale.ROOT);
    boolean forced = wanted.indexOf('f') >= 0;
    Made made = frame.state(MADE);
    if (forced || wanted.indexOf('r') >= 0) {
      frame
          .message()
          .headers(HeaderType.P_CHARGING_VECTOR)
          .forEach(frame.message().edits()::removeHeader);
      made.removed = true;
    }
    boolean missing = made.value == null && (made.removed || value(frame) == null);
    if (forced || (missing && wanted.indexOf('g') >= 0)) {
      String value = fresh(frame.message());
      made.value = value;
      return frame.message().edits().appendHeader("P-Charging-Vector: " + value) ? 1 : -1;
    }
    return 1;
  }

  /** Told apart by the second, the message and a count. */
  private String fresh(SipMessage message) {
    long second = time.get().instant().getEpochSecond();
    String host = message.received().local().getAddress().getHostAddress();
    return "icid-value=%08X%08X%016X; icid-generated-at=%s"
        .formatted(second & 0xffff_ffffL, count.getAndIncrement(), message.id(), host);
  }

  private static @Nullable String value(Frame frame) {
    Made made = frame.state(MADE);
    if (made.value != null) {
      return made.value;
    }
    Header header = frame.message().header(HeaderType.P_CHARGING_VECTOR);
    return header == null ? null : WireText.of(header.octets());
  }

  private static @Nullable String part(Frame frame, String name) {
    String value = value(frame);
    if (value == null) {
      return null;
    }
    for (String part : value.split("[;,]", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return part.substring(equals + 1).strip();
      }
    }
    return null;
  }
}
