// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.routing.RequestFilter;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Via;
import org.signalbox.transport.ConnectionTable;

/**
 * Requests to the port that a peer listens on take the connection that it has opened (RFC 5923):
 * the script says so, or the peer's Via where {@code tcp_accept_aliases} allows it.
 */
final class ConnectionAliases implements RequestFilter {
  private final Port<ConnectionTable> connections = Port.to(ConnectionTable.class);

  void connect(Bindings bindings) {
    connections.connect(bindings);
  }

  /** {@code force_tcp_alias()}: the port of the topmost Via; 1, also where nothing is connected. */
  int ofVia(Frame frame) {
    Via via = frame.message().topVia();
    return via == null ? -1 : alias(frame.message(), via.portOrDefault());
  }

  /** {@code force_tcp_alias(port)}. */
  FunctionCall port(Arguments arguments) {
    int port = ForwardCommand.port(arguments.constant(0));
    return frame -> alias(frame.message(), port);
  }

  private int alias(SipMessage message, int port) {
    if (message.local() || message.received().connectionId() == 0) {
      return 1;
    }
    return connections.get().alias(message.received().connectionId(), port) ? 1 : -1;
  }

  @Override
  public boolean takes(SipRequest request) {
    Via via = request.topVia();
    if (via != null && via.alias()) {
      alias(request, via.portOrDefault());
    }
    return false;
  }
}
