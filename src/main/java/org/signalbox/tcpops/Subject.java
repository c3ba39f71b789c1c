// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Arguments.IntegerArgument;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionTable;

/**
 * Which connection a call means: the one whose id is the first argument, or that of the message.
 * Where there is none, or an argument is no number, the call gives -1 without having run.
 */
final class Subject {
  private static final long NONE = Long.MIN_VALUE;
  private static final int FAILED = -1;

  private final Port<ConnectionTable> table;

  Subject(Port<ConnectionTable> table) {
    this.table = table;
  }

  /** What is done with it, given the other arguments. */
  @FunctionalInterface
  interface Work {
    /** As {@link org.signalbox.script.run.FunctionCall#run}. */
    int run(Frame frame, Connection connection, long[] numbers);
  }

  /** The id of the connection that a message came over; 0 for none. */
  static long id(Frame frame) {
    ReceiveInfo received = frame.message().local() ? null : frame.message().received();
    return received == null ? 0 : received.connectionId();
  }

  /** The connection that a message came over, if it lives. */
  @Nullable Connection source(Frame frame) {
    return find(id(frame));
  }

  private @Nullable Connection find(long id) {
    return id == 0 ? null : table.get().byId(id).orElse(null);
  }

  /** A function of the source connection; the names are those of its numbers. */
  Preparation source(Work work, String... names) {
    return arguments -> {
      IntegerArgument[] given = given(arguments, names.length);
      return frame -> {
        Connection connection = source(frame);
        if (connection == null) {
          frame.error("the current message does not come from a TCP connection");
          return FAILED;
        }
        long[] numbers = new long[given.length];
        return read(frame, given, numbers, names) ? work.run(frame, connection, numbers) : FAILED;
      };
    };
  }

  /** A function of any connection: its id comes first, then the numbers with these names. */
  Preparation any(Work work, String... names) {
    String[] all = new String[names.length + 1];
    all[0] = "conid";
    System.arraycopy(names, 0, all, 1, names.length);
    return arguments -> {
      IntegerArgument[] given = given(arguments, all.length);
      return frame -> {
        long[] numbers = new long[given.length];
        if (!read(frame, given, numbers, all)) {
          return FAILED;
        }
        Connection connection = find(numbers[0]);
        if (connection == null) {
          return FAILED;
        }
        long[] others = new long[names.length];
        System.arraycopy(numbers, 1, others, 0, others.length);
        return work.run(frame, connection, others);
      };
    };
  }

  private static IntegerArgument[] given(Arguments arguments, int count) {
    IntegerArgument[] given = new IntegerArgument[count];
    for (int i = 0; i < count; i++) {
      given[i] = arguments.integer(i);
    }
    return given;
  }

  private static boolean read(
      Frame frame, IntegerArgument[] given, long[] numbers, String[] names) {
    for (int i = 0; i < given.length; i++) {
      numbers[i] = given[i].value(frame, NONE);
      if (numbers[i] == NONE) {
        frame.error("invalid parameter '" + names[i] + "' (must be a number)");
        return false;
      }
    }
    return true;
  }
}
