// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModuleException;
import org.signalbox.resolver.NextHop;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

/** {@code forward} in its forms, and {@code force_send_socket} (script.md §8). */
final class ForwardCommand {
  private final CoreModule core;

  /** The sockets that calls of force_send_socket name; filled while the file is read. */
  private final List<String> forced = new ArrayList<>();

  ForwardCommand(CoreModule core) {
    this.core = core;
  }

  FunctionCall prepare(String name, Arguments arguments) {
    TransportProtocol only = protocol(name);
    if (arguments.count() == 0) {
      return only == null
          ? frame -> core.forward().send(frame)
          : frame -> send(frame, uriHop(frame, only, true));
    }
    String host = arguments.constant(0);
    if (host.equals("uri:host")) {
      boolean portOfUri = arguments.count() == 1 || arguments.constant(1).equals("uri:port");
      int fixed = portOfUri ? 0 : port(arguments.constant(1));
      return frame -> {
        NextHop hop = uriHop(frame, only, portOfUri);
        return send(
            frame,
            hop == null || fixed == 0
                ? hop
                : new NextHop(hop.host(), fixed, hop.protocol(), hop.secure()));
      };
    }
    String address = resolved(host);
    boolean portOfUri = arguments.count() == 2 && arguments.constant(1).equals("uri:port");
    int port = arguments.count() == 2 && !portOfUri ? port(arguments.constant(1)) : 0;
    return frame -> {
      TransportProtocol chosen = only == null ? frame.message().received().protocol() : only;
      NextHop uri = portOfUri ? uriHop(frame, only, true) : null;
      int wanted = uri == null ? port : uri.port();
      int known = wanted > 0 ? wanted : chosen.defaultPort();
      return send(frame, new NextHop(address, known, chosen, false));
    };
  }

  private static @Nullable TransportProtocol protocol(String name) {
    int underscore = name.indexOf('_');
    return underscore < 0
        ? null
        : TransportProtocol.valueOf(name.substring(underscore + 1).toUpperCase(Locale.ROOT));
  }

  /** A port that a script writes; throws {@link Unresolvable}. */
  static int port(String written) {
    int port = Endpoint.port(written);
    if (port < 1) {
      throw new Unresolvable("bad port number " + written);
    }
    return port;
  }

  /** A host is looked up once, when the file is read: a typing error must show then. */
  private static String resolved(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    try {
      return InetAddress.getByName(bare).getHostAddress();
    } catch (UnknownHostException e) {
      throw new Unresolvable("could not resolve hostname: \"" + host + "\"");
    }
  }

  private static @Nullable NextHop uriHop(
      Frame frame, @Nullable TransportProtocol only, boolean withPort) {
    UriText uri = UriText.parse(RequestTarget.ruri(frame));
    NextHop hop = uri == null ? null : NextHops.hop(uri.toString());
    if (hop == null) {
      return null;
    }
    return new NextHop(
        hop.host(),
        withPort ? hop.port() : NextHop.NO_PORT,
        only == null ? hop.protocol() : only,
        hop.secure());
  }

  private int send(Frame frame, @Nullable NextHop hop) {
    if (hop == null) {
      return ErrorCodes.BAD_URI;
    }
    return core.forward().send(frame, hop);
  }

  FunctionCall socket(Arguments arguments) {
    String written = arguments.constant(0);
    if (!core.running()) {
      forced.add(written); // nobody listens yet
    } else if (core.sockets().find(written) == null) {
      throw new Unresolvable(notListening(written));
    }
    return frame -> {
      ListeningPoint point = core.sockets().find(written);
      if (point == null) {
        return -1;
      }
      RequestTarget.of(frame).socket(NetworkVariables.socket(point.protocol(), point.address()));
      return 1;
    };
  }

  /** Refuses to start when a socket that the script forces is none of ours. */
  void check() {
    for (String written : forced) {
      if (core.sockets().find(written) == null) {
        throw new ModuleException(notListening(written));
      }
    }
  }

  private static String notListening(String written) {
    return "bad force_send_socket argument: " + written + " (the server doesn't listen on it)";
  }
}
