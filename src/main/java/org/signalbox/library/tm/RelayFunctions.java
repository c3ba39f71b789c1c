// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.module.Functions.REQUEST_FAILURE;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.resolver.NextHop;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.RouteKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.TransportProtocol;

/** Functions that make transactions and send requests on. */
final class RelayFunctions {
  private static final Set<RouteKind> FAILURE = Set.of(RouteKind.FAILURE);

  private final TmPorts ports;

  RelayFunctions(TmPorts ports) {
    this.ports = ports;
  }

  List<ScriptFunction> all() {
    return List.of(
        Functions.of("t_newtran", REQUEST, arguments -> frame -> ports.relaying().create(frame)),
        Functions.of("t_relay", REQUEST_FAILURE, arguments -> frame -> relay(frame, null, 0)),
        Functions.of("t_relay", REQUEST_FAILURE, this::toHost, CONSTANT, CONSTANT),
        Functions.of("t_relay_to", REQUEST_FAILURE, arguments -> frame -> relay(frame, null, 0)),
        Functions.of("t_relay_to", REQUEST_FAILURE, this::toProxy, CONSTANT),
        Functions.of("t_relay_to", REQUEST_FAILURE, this::toProxy, CONSTANT, CONSTANT),
        Functions.onText("t_relay_to_proxy", REQUEST_FAILURE, (frame, uri) -> toUri(frame, uri, 0)),
        Functions.of("t_relay_to_proxy", REQUEST_FAILURE, this::toUri, TEXT, INTEGER),
        Functions.onText("t_relay_to_avp", REQUEST_FAILURE, (frame, uri) -> toUri(frame, uri, 0)),
        Functions.of("t_relay_to_avp", REQUEST_FAILURE, this::toUri, TEXT, INTEGER),
        over("t_relay_to_udp", TransportProtocol.UDP),
        over("t_relay_to_tcp", TransportProtocol.TCP),
        overTo("t_relay_to_udp", TransportProtocol.UDP),
        overTo("t_relay_to_tcp", TransportProtocol.TCP),
        Functions.plain("t_replicate", REQUEST, frame -> ports.relaying().replicate(frame, null)),
        Functions.onText("t_replicate", REQUEST, this::replicate),
        Functions.of("t_replicate_to", REQUEST, this::replicateTo, CONSTANT, CONSTANT),
        Functions.of("t_drop_replies", FAILURE, arguments -> frame -> dropReplies(frame, 'a')),
        Functions.of("t_drop_replies", FAILURE, this::dropReplies, CONSTANT),
        Functions.of(
            "t_relay_cancel", REQUEST, arguments -> frame -> ports.relaying().relayCancel(frame)));
  }

  /** Flags as those of {@code t_relay_to}; an AVP is given as a text that reads it. */
  private FunctionCall toUri(Arguments arguments) {
    Arguments.TextArgument uri = arguments.text(0);
    Arguments.IntegerArgument flags = arguments.integer(1);
    return frame -> toUri(frame, uri.value(frame), (int) flags.value(frame, 0));
  }

  private int toUri(Frame frame, @Nullable String uri, int flags) {
    NextHop hop = uri == null ? null : NextHops.hop(uri);
    if (hop == null) {
      frame.error("'" + uri + "' is no URI to relay to");
      return ErrorCodes.BAD_URI;
    }
    return relay(frame, hop, flags);
  }

  private int replicate(Frame frame, String uri) {
    return ports.relaying().replicate(frame, ports.tm().hops().of(uri, frame));
  }

  private FunctionCall replicateTo(Arguments arguments) {
    NextHop hop = proxy(arguments.constant(0) + ":" + arguments.constant(1));
    return frame -> ports.relaying().replicate(frame, ports.tm().hops().of(hop, frame));
  }

  private FunctionCall dropReplies(Arguments arguments) {
    String mode = arguments.constant(0);
    char letter = mode.isEmpty() ? 'a' : mode.charAt(0);
    return frame -> dropReplies(frame, letter);
  }

  /** a: of all attempts; l: of the last one; n: of none. */
  private static int dropReplies(Frame frame, char letter) {
    ResponseContext context = Here.of(frame).context;
    if (context == null) {
      return TmErrors.FAILED;
    }
    context.dropReplies(letter == 'n' ? 0 : letter == 'l' ? 2 : 3);
    return 1;
  }

  private int relay(Frame frame, @Nullable NextHop hop, int flags) {
    NextHops.Way way = hop == null ? null : ports.tm().hops().of(hop, frame);
    return ports.relaying().relay(frame, way, flags);
  }

  private FunctionCall toHost(Arguments arguments) {
    NextHop hop = hop(null, arguments.constant(0), arguments.constant(1));
    return frame -> relay(frame, hop, 0);
  }

  private ScriptFunction over(String name, TransportProtocol protocol) {
    return Functions.of(
        name,
        REQUEST_FAILURE,
        arguments ->
            frame -> {
              NextHop own = NextHops.hop(RequestTarget.nextUri(frame));
              return own == null
                  ? ErrorCodes.BAD_URI
                  : relay(frame, new NextHop(own.host(), own.port(), protocol, false), 0);
            });
  }

  private ScriptFunction overTo(String name, TransportProtocol protocol) {
    return Functions.of(
        name,
        REQUEST_FAILURE,
        arguments -> {
          NextHop hop = hop(protocol, arguments.constant(0), arguments.constant(1));
          return frame -> relay(frame, hop, 0);
        },
        CONSTANT,
        CONSTANT);
  }

  /** {@code proto:host:port}, flags, or both. */
  private FunctionCall toProxy(Arguments arguments) {
    String first = arguments.constant(0);
    boolean flagsOnly =
        arguments.count() == 1 && !first.isEmpty() && first.chars().allMatch(Character::isDigit);
    NextHop hop = flagsOnly || first.isEmpty() ? null : proxy(first);
    String written = flagsOnly ? first : arguments.count() == 2 ? arguments.constant(1) : "0";
    int flags = number(written);
    return frame -> relay(frame, hop, flags);
  }

  private static NextHop proxy(String text) {
    Endpoint place = Endpoint.parse(text);
    if (place == null || (place.protocol() == null && place.port() > 0)) {
      throw new Unresolvable("bad proxy address '" + text + "': it must be proto:host:port");
    }
    int port = place.port() == 0 ? NextHop.NO_PORT : place.port();
    return new NextHop(place.host(), port, place.protocol(), false);
  }

  private static NextHop hop(@Nullable TransportProtocol protocol, String host, String port) {
    int number = port.isEmpty() ? NextHop.NO_PORT : number(port);
    if (host.isEmpty() || number > 65_535) {
      throw new Unresolvable("bad proxy address '" + host + ":" + port + "'");
    }
    return new NextHop(host, number, protocol, false);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Unresolvable("'" + text + "' is not a number");
    }
  }
}
