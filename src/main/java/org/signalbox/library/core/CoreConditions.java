// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.Myself;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Sending;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.NumberOperand;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Variable;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.SipUri;
import org.signalbox.sip.Uri;
import org.signalbox.transport.Destination;

/** The left sides of core conditions: {@code method}, {@code src_ip}, {@code uri == myself}. */
final class CoreConditions {
  private final Map<String, Variable> subjects = new HashMap<>();
  private final Port<Myself> myself;

  CoreConditions(Port<Myself> myself) {
    this.myself = myself;
    text("method", CoreConditions::method);
    text("uri", RequestTarget::ruri);
    text("status", CoreConditions::status);
    text("from_uri", frame -> uri(frame.message().from()));
    text("to_uri", frame -> uri(frame.message().to()));
    text("src_ip", frame -> ip(frame.message().received().source()));
    text("dst_ip", frame -> ip(frame.message().received().local()));
    number("src_port", frame -> frame.message().received().source().getPort());
    number("dst_port", frame -> frame.message().received().local().getPort());
    number("proto", frame -> frame.message().received().protocol().number());
    number("af", frame -> family(frame.message().received().local().getAddress()));
    number("msg:len", frame -> frame.message().length());
    text("snd_ip", frame -> leaving(frame, CoreConditions::source));
    text("to_ip", frame -> leaving(frame, to -> ip(to.address())));
    sending("snd_port", to -> to.source() == null ? 0 : to.source().address().getPort());
    sending("to_port", to -> to.address().getPort());
    sending("snd_proto", to -> to.protocol().number());
    sending("to_proto", to -> to.protocol().number());
    sending("snd_af", to -> family(to.address().getAddress()));
    sending("to_af", to -> family(to.address().getAddress()));
  }

  private interface Text {
    @Nullable String of(Frame frame);
  }

  private interface Count {
    long of(Frame frame);
  }

  private interface Leaving {
    @Nullable String of(Destination destination);
  }

  private interface LeavingCount {
    int of(Destination destination);
  }

  private void text(String name, Text text) {
    subjects.put(name, (frame, into) -> into.set(text.of(frame)));
  }

  private void number(String name, Count number) {
    subjects.put(name, (frame, into) -> into.set(number.of(frame)));
  }

  private void sending(String name, LeavingCount part) {
    subjects.put(
        name,
        (frame, into) -> {
          Destination to = Sending.of(frame).destination();
          into.set(to == null ? 0 : part.of(to));
        });
  }

  private static @Nullable String leaving(Frame frame, Leaving part) {
    Destination to = Sending.of(frame).destination();
    return to == null ? null : part.of(to);
  }

  private static @Nullable String source(Destination to) {
    return to.source() == null ? null : ip(to.source().address());
  }

  private static String ip(InetSocketAddress address) {
    return address.getAddress().getHostAddress();
  }

  private static int family(InetAddress address) {
    return address instanceof java.net.Inet6Address ? 10 : 2;
  }

  private static @Nullable String uri(@Nullable NameAddress address) {
    Uri uri = parsed(address);
    return uri == null ? null : uri.toString();
  }

  private static @Nullable String method(Frame frame) {
    if (frame.message() instanceof SipRequest request) {
      return request.method();
    }
    CSeq cseq = frame.message().cseq();
    return cseq == null ? null : cseq.method();
  }

  private static @Nullable String status(Frame frame) {
    return frame.message() instanceof SipResponse reply
        ? Integer.toString(reply.statusCode())
        : RequestTarget.ruri(frame);
  }

  @Nullable Variable subject(String name) {
    return subjects.get(name);
  }

  /** Whether the subject means this server; null for one that cannot. */
  @Nullable Operand myself(String subject) {
    return switch (subject) {
      case "uri" -> test(frame -> isMyself(RequestTarget.uri(frame)));
      case "from_uri" -> test(frame -> isMyself(parsed(frame.message().from())));
      case "to_uri" -> test(frame -> isMyself(parsed(frame.message().to())));
      case "src_ip" -> test(frame -> isMyself(frame.message().received().source()));
      case "dst_ip" -> test(frame -> isMyself(frame.message().received().local()));
      default -> null;
    };
  }

  private interface Test {
    boolean holds(Frame frame);
  }

  private static Operand test(Test test) {
    return (NumberOperand) frame -> test.holds(frame) ? 1 : 0;
  }

  private static @Nullable Uri parsed(@Nullable NameAddress address) {
    return address == null ? null : address.uri();
  }

  /** A URI without a port means the default one (script.md §4.2). */
  private boolean isMyself(@Nullable Uri uri) {
    return uri instanceof SipUri sip
        && myself
            .get()
            .is(sip.host(), sip.port() > 0 ? sip.port() : sip.secure() ? 5061 : 5060, null);
  }

  private boolean isMyself(InetSocketAddress address) {
    return myself.get().is(ip(address), 0, null);
  }
}
