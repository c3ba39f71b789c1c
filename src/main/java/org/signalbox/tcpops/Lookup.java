// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.resolver.NextHop;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.NextHops;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionTable;

/**
 * Finds connections by the address of their peer (tcpops.md §4.3), of any protocol, the newest
 * first. Prolongs no life; a name that is not in the cache makes the thread of the message wait.
 */
final class Lookup {
  private static final int FOUND = 1;
  private static final int NOT_FOUND = -1;
  private static final int UNRESOLVABLE = -5;
  private static final int DEFAULT_PORT = 5060;

  private final Port<ConnectionTable> table;
  private final Port<NextHops> hops;

  Lookup(Port<ConnectionTable> table, Port<NextHops> hops) {
    this.table = table;
    this.hops = hops;
  }

  /**
   * What came of it.
   *
   * @param code what the function gives
   * @param conid 0 for none
   * @param known whether the answer says anything about the connection
   */
  private record Answer(int code, long conid, boolean known) {
    static Answer unknown(int code) {
      return new Answer(code, 0, false);
    }
  }

  /** {@code tcp_con_alive}. */
  int alive(Frame frame, String place) {
    return find(frame, place).code();
  }

  /** {@code tcp_get_conid}: a variable that cannot be assigned is found out when it runs. */
  FunctionCall conid(Arguments arguments) {
    Arguments.TextArgument place = arguments.text(0);
    Variable variable = arguments.variable(1);
    return frame -> {
      String text = place.value(frame);
      if (text == null) {
        frame.error("tcp_get_conid: the address has no value");
        return NOT_FOUND;
      }
      if (!(variable instanceof Variable.Writable writable)) {
        frame.error("tcp_get_conid: the variable is read only");
        return NOT_FOUND;
      }
      Answer answer = find(frame, text);
      if (answer.known()) {
        Cell value = frame.scratch();
        value.set(answer.conid());
        writable.write(frame, value);
      }
      return answer.code();
    };
  }

  private Answer find(Frame frame, String place) {
    NextHop wanted = hop(place);
    if (wanted == null) {
      frame.error("no address and no SIP URI: '" + place + "'");
      return Answer.unknown(NOT_FOUND);
    }
    if (!(hops.get().of(wanted, frame) instanceof NextHops.Way.To to)) {
      frame.error("the host of '" + place + "' cannot be resolved");
      return Answer.unknown(UNRESOLVABLE);
    }
    long conid = table.get().byPeer(to.destination().address()).map(Connection::id).orElse(0L);
    return new Answer(conid == 0 ? NOT_FOUND : FOUND, conid, true);
  }

  private static @Nullable NextHop hop(String place) {
    if (place.startsWith("sip:") || place.startsWith("sips:")) {
      NextHop uri = NextHops.hop(place);
      return uri == null ? null : on(uri.host(), uri.port());
    }
    Endpoint endpoint = Endpoint.parse(place);
    return endpoint == null ? null : on(endpoint.host(), endpoint.port());
  }

  /** With a port given, only the address of the host is looked up. */
  private static NextHop on(String host, int port) {
    return new NextHop(host, port > 0 ? port : DEFAULT_PORT, TransportProtocol.TCP, false);
  }
}
