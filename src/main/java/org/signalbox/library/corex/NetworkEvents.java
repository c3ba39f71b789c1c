// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.PacketFilter;
import org.signalbox.routing.Routing;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Value;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.variable.AvpName;
import org.signalbox.script.variable.Avps;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.transport.Destination;

/**
 * {@code event_route[network:msg]}: whatever arrives or leaves, before it is read or sent. The
 * route finds the text in the AVP that {@code nio_msg_avp} names, may put another there, and drops
 * the packet with {@code drop}.
 */
final class NetworkEvents implements PacketFilter {
  static final String EVENT = "network:msg";

  private static final StateKey<Boolean> INCOMING = StateKey.ofRun(() -> false);

  /** What a route sends does not meet the same route again. */
  private final ThreadLocal<Boolean> running = ThreadLocal.withInitial(() -> false);

  private final Routing routing;
  private final Object avp;
  private final long shortest;

  /**
   * @param avp the name between the parentheses of {@code $avp(name)}
   * @param shortest packets of fewer bytes pass unseen
   */
  NetworkEvents(Routing routing, String avp, long shortest) {
    this.routing = routing;
    this.avp = AvpName.fixed(avp);
    this.shortest = shortest;
  }

  /** The name in {@code $avp(name)}; null when the text is none. */
  static @Nullable String avpName(String written) {
    return written.startsWith("$avp(") && written.endsWith(")") && written.length() > 6
        ? written.substring(5, written.length() - 1)
        : null;
  }

  static boolean incoming(Frame frame) {
    return frame.state(INCOMING);
  }

  @Override
  public byte @Nullable [] arrived(byte[] bytes, ReceiveInfo from) {
    return seen(bytes, from, true);
  }

  @Override
  public byte @Nullable [] leaving(byte[] bytes, Destination to) {
    ListeningPoint source = to.source();
    return source == null
        ? bytes
        : seen(bytes, new ReceiveInfo(source, to.address(), source.address(), 0), false);
  }

  private byte @Nullable [] seen(byte[] bytes, ReceiveInfo peer, boolean incoming) {
    boolean asked = bytes.length >= shortest && !running.get();
    if (!asked || !routing.has(BlockKind.EVENT, EVENT)) {
      return bytes;
    }
    running.set(true);
    try {
      return run(bytes, peer, incoming);
    } finally {
      running.remove();
    }
  }

  private byte @Nullable [] run(byte[] bytes, ReceiveInfo peer, boolean incoming) {
    Frame frame = routing.frame(routing.faked(peer), RouteKind.REQUEST);
    frame.keep(INCOMING, incoming);
    String text = WireText.of(bytes, 0, bytes.length);
    Avps.of(frame).push(avp, Value.of(text));
    routing.event(EVENT, frame);
    if (frame.dropped()) {
      return null;
    }
    Value left = Avps.of(frame).newest(avp);
    return left == null || left.text().equals(text)
        ? bytes
        : left.text().getBytes(StandardCharsets.ISO_8859_1);
  }
}
