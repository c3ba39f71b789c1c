// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.Sockets;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.ListeningPoint;

/**
 * {@code $lsock(match/value/field)}: a field of the socket whose {@code match} is the value; match
 * and field are name, listen, index or advertise or their beginnings (variables.md §6).
 */
final class SocketFacts {
  private final Port<Sockets> sockets;

  SocketFacts(Port<Sockets> sockets) {
    this.sockets = sockets;
  }

  private interface Field {
    @Nullable String of(ListeningPoint point);
  }

  private static final Map<Character, Field> FIELDS =
      Map.of(
          'n',
          ListeningPoint::name,
          'l',
          point -> NetworkVariables.socket(point.protocol(), point.address()),
          'i',
          point -> String.valueOf(point.index()),
          'a',
          SocketFacts::advertised);

  VariableFamily family() {
    return VariableTable.builder().inner("lsock", this::variable).build();
  }

  private Variable variable(String expression) {
    int first = expression.indexOf('/');
    int last = expression.lastIndexOf('/');
    if (first < 1 || last <= first || expression.length() - last < 3) {
      throw new Unresolvable("$lsock(" + expression + "): not match/value/field");
    }
    Field match = field(expression.charAt(0));
    Field wanted = field(expression.charAt(last + 1));
    String value = expression.substring(first + 1, last);
    return (frame, into) -> {
      ListeningPoint found =
          sockets.get().all().stream()
              .filter(point -> value.equals(match.of(point)))
              .findFirst()
              .orElse(null);
      if (found == null) {
        into.fail();
      } else {
        into.set(wanted.of(found));
      }
    };
  }

  private static Field field(char letter) {
    Field field = FIELDS.get(letter);
    if (field == null) {
      throw new Unresolvable("'" + letter + "' is none of name, listen, index, advertise");
    }
    return field;
  }

  /** {@code proto:host:port} where a socket shows another address than its own; else null. */
  static @Nullable String advertised(ListeningPoint point) {
    return NetworkVariables.advertises(point)
        ? point.protocol().parameterName() + ":" + point.sentByHost() + ":" + point.sentByPort()
        : null;
  }
}
