// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Sending;
import org.signalbox.routing.StatelessForward;
import org.signalbox.script.RouteKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.transaction.ClientFailure;
import org.signalbox.transaction.ClientListener;
import org.signalbox.transaction.ClientTransaction;
import org.signalbox.transaction.Dispatch;

/** {@code t_uac_send}: requests that a script makes itself (modules.md §2.1). */
final class LocalRequests {
  private static final int PARAMETERS = 6;
  private static final int FAILED = -1;
  private static final ClientListener NOBODY =
      new ClientListener() {
        @Override
        public void answered(ClientTransaction transaction, SipResponse response) {}

        @Override
        public void failed(ClientTransaction transaction, ClientFailure failure) {}
      };

  private final TmPorts ports;

  LocalRequests(TmPorts ports) {
    this.ports = ports;
  }

  List<ScriptFunction> all() {
    return List.of(Functions.of("t_uac_send", ANY, this::send, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT));
  }

  private FunctionCall send(Arguments arguments) {
    List<Arguments.TextArgument> all =
        IntStream.range(0, PARAMETERS).mapToObj(arguments::text).toList();
    return frame -> {
      List<String> values = all.stream().map(argument -> text(argument.value(frame))).toList();
      return send(
          frame,
          values.get(0) + " " + values.get(1),
          values.get(2),
          values.get(3),
          values.get(4),
          values.get(5));
    };
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private int send(
      Frame caller,
      String methodAndUri,
      String nextHop,
      String socket,
      String headers,
      String body) {
    if (!body.isEmpty() && !names(headers, "content-type", "c")) {
      caller.error("t_uac_send(): a body needs a Content-Type");
      return FAILED;
    }
    if (!names(headers, "from", "f") || !names(headers, "to", "t")) {
      caller.error("t_uac_send(): the headers must hold From and To");
      return FAILED;
    }
    byte[] bytes = message(methodAndUri, headers, body).getBytes(StandardCharsets.ISO_8859_1);
    if (!(SipParser.parseLocal(bytes) instanceof SipRequest request)
        || request.from() == null
        || request.to() == null) {
      caller.error("t_uac_send(): the request cannot be read");
      return FAILED;
    }
    return send(request, nextHop, socket);
  }

  private int send(SipRequest request, String nextHop, String socket) {
    Tm tm = ports.tm();
    Frame frame = tm.routing().frame(request, RouteKind.REQUEST);
    RequestTarget target = RequestTarget.of(frame);
    target.destinationUri(nextHop.isEmpty() ? null : nextHop);
    target.socket(socket.isEmpty() ? null : socket);
    if (!(tm.hops().of(frame) instanceof NextHops.Way.To to)) {
      return FAILED;
    }
    new Sending(to.destination(), request.length()).in(frame);
    tm.routing().event(LaterRoutes.LOCAL_REQUEST, frame);
    tm.counters().local();
    tm.transactions()
        .send(
            Dispatch.of(request, to.destination())
                .withEdits(StatelessForward.edits(frame, request)),
            NOBODY);
    return 1;
  }

  private String message(String methodAndUri, String headers, String body) {
    StringBuilder out = new StringBuilder(methodAndUri).append(" SIP/2.0\r\n");
    headers.lines().filter(line -> !line.isBlank()).forEach(line -> out.append(tagged(line)));
    if (!names(headers, "call-id", "i")) {
      out.append("Call-ID: ").append(UUID.randomUUID()).append("\r\n");
    }
    if (!names(headers, "cseq", "cseq")) {
      String method = methodAndUri.substring(0, methodAndUri.indexOf(' '));
      out.append("CSeq: 10 ").append(method).append("\r\n");
    }
    if (!names(headers, "max-forwards", "max-forwards")) {
      out.append("Max-Forwards: 70\r\n");
    }
    String userAgent = ports.tm().userAgent().line();
    if (!userAgent.isEmpty() && !names(headers, "user-agent", "user-agent")) {
      out.append(userAgent).append("\r\n");
    }
    return out.append("Content-Length: ").append(body.length()).append("\r\n\r\n") + body;
  }

  /** From needs a tag. */
  private static String tagged(String line) {
    boolean from = name(line).equals("from") || name(line).equals("f");
    boolean bare = !line.toLowerCase(Locale.ROOT).contains(";tag=");
    String tag = from && bare ? ";tag=" + UUID.randomUUID().toString().substring(0, 13) : "";
    return line.stripTrailing() + tag + "\r\n";
  }

  private static boolean names(String headers, String name, String compact) {
    return headers
        .lines()
        .map(LocalRequests::name)
        .anyMatch(each -> each.equals(name) || each.equals(compact));
  }

  private static String name(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
  }
}
