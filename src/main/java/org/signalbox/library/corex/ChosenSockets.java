// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Sockets;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;

/**
 * From which socket a message is to leave, and where it is to seem to have come from and in. A
 * socket that is none of ours changes nothing but is no failure, as in Kamailio: a warning says so.
 */
final class ChosenSockets {
  private static final int DEFAULT_PORT = 5060;

  private final Port<Sockets> sockets;

  ChosenSockets(Port<Sockets> sockets) {
    this.sockets = sockets;
  }

  int send(Frame frame, String address) {
    return leave(frame, address, sockets.get().find(address));
  }

  int sendNamed(Frame frame, String name) {
    return leave(frame, name, sockets.get().named(name));
  }

  private static int leave(Frame frame, String wanted, @Nullable ListeningPoint found) {
    if (found == null) {
      unknown(frame, wanted);
    } else {
      RequestTarget.of(frame).socket(NetworkVariables.socket(found.protocol(), found.address()));
    }
    return 1;
  }

  int receive(Frame frame, String address) {
    return arrive(frame, address, sockets.get().find(address));
  }

  int receiveNamed(Frame frame, String name) {
    return arrive(frame, name, sockets.get().named(name));
  }

  private static int arrive(Frame frame, String wanted, @Nullable ListeningPoint found) {
    if (found == null) {
      unknown(frame, wanted);
    } else if (!frame.message().local()) {
      ReceiveInfo old = frame.message().received();
      frame.replaceMessage(
          frame
              .message()
              .receivedAs(
                  new ReceiveInfo(found, old.source(), found.address(), old.connectionId())));
    }
    return 1;
  }

  private static void unknown(Frame frame, String wanted) {
    frame.warning("no socket of this server is '" + wanted + "'");
  }

  int source(Frame frame, String address) {
    Endpoint endpoint = Endpoint.parse(address);
    InetAddress host = endpoint == null ? null : endpoint.address();
    if (endpoint == null || host == null || frame.message().local()) {
      frame.error("set_source_address: bad address '" + address + "'");
      return -1;
    }
    int port = endpoint.port() == 0 ? DEFAULT_PORT : endpoint.port();
    ReceiveInfo old = frame.message().received();
    InetSocketAddress source = new InetSocketAddress(host, port);
    frame.replaceMessage(
        frame
            .message()
            .receivedAs(new ReceiveInfo(old.listener(), source, old.local(), old.connectionId())));
    return 1;
  }

  /** Whether a socket of this server has that name. */
  int named(Frame frame, String name) {
    return sockets.get().named(name) == null ? -1 : 1;
  }
}
