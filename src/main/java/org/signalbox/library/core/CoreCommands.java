// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.module.Functions.ANY;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.FunctionSignature.ParameterKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.ConnectionUse;

/** The functions that need no module, by name and number of parameters (script.md §8). */
final class CoreCommands {
  private final Map<String, ScriptFunction> all = new HashMap<>();
  private final CoreModule core;
  private final ForwardCommand forward;
  private final ConnectionAliases aliases;

  CoreCommands(CoreModule core) {
    this.core = core;
    this.forward = new ForwardCommand(core);
    this.aliases = core.aliases();
    uris();
    flags();
    sending();
    branches();
    settings();
    logging();
  }

  private void uris() {
    add("prefix", 1, UriCommands::prefix);
    add("strip", 1, UriCommands::strip);
    add("strip_tail", 1, UriCommands::stripTail);
    add("sethost", 1, UriCommands::host);
    add("sethostport", 1, UriCommands::hostAndPort);
    add("sethostporttrans", 1, UriCommands::hostPortTransport);
    add("setport", 1, UriCommands::port);
    add("setuser", 1, UriCommands::user);
    add("setuserpass", 1, UriCommands::userAndPassword);
    add("seturi", 1, UriCommands::uri);
    add("userphone", 0, arguments -> UriCommands::userPhone);
    add("revert_uri", 0, target((target, frame) -> target.revertUri()));
  }

  private void flags() {
    add(
        "setflag",
        1,
        flag(
            (target, bit) -> {
              target.flags(target.flags() | bit);
              return 1;
            }));
    add(
        "resetflag",
        1,
        flag(
            (target, bit) -> {
              target.flags(target.flags() & ~bit);
              return 1;
            }));
    add("isflagset", 1, flag((target, bit) -> (target.flags() & bit) != 0 ? 1 : -1));
  }

  private void sending() {
    for (String name : new String[] {"forward", "forward_udp", "forward_tcp", "forward_tls"}) {
      for (int arity = 0; arity <= 2; arity++) {
        add(name, arity, arguments -> forward.prepare(name, arguments));
      }
    }
    for (int arity = 0; arity <= 2; arity++) {
      add("forward_sctp", arity, CoreCommands::noSctp);
    }
    add("force_rport", 0, replies(SipRequest::forceRport));
    add("add_local_rport", 0, target((target, frame) -> target.localRport(true)));
    add("force_send_socket", 1, forward::socket);
    add(
        "set_advertised_address",
        1,
        arguments -> {
          String host = arguments.constant(0);
          return on((target, frame) -> target.advertisedAddress(host));
        });
    add(
        "set_advertised_port",
        1,
        arguments -> {
          int port = ForwardCommand.port(arguments.constant(0));
          return on((target, frame) -> target.advertisedPort(port));
        });
    add("force_tcp_alias", 0, arguments -> aliases::ofVia);
    add("force_tcp_alias", 1, aliases::port);
    add("udp_mtu_try_proto", 1, CoreCommands::largeRequests);
    add("set_forward_no_connect", 0, connection(ConnectionUse::withOnlyOpen));
    add("set_forward_close", 0, connection(ConnectionUse::withLast));
    add("set_reply_no_connect", 0, replies(SipRequest::answerOnlyBack));
    add("set_reply_close", 0, replies(SipRequest::endWithAnswer));
  }

  private void branches() {
    add("clear_branches", 0, target((target, frame) -> target.branches().clear()));
    add("remove_branch", 0, target((target, frame) -> remove(target, -1)));
    add(
        "remove_branch",
        1,
        arguments -> {
          Arguments.IntegerArgument index = arguments.integer(0);
          return on((target, frame) -> remove(target, (int) index.value(frame, -1)));
        });
  }

  private static void remove(RequestTarget target, int index) {
    int last = target.branches().size() - 1;
    int wanted = index < 0 ? last : index;
    if (wanted >= 0 && wanted <= last) {
      target.branches().remove(wanted);
    }
  }

  private void logging() {
    add(
        "log",
        1,
        arguments -> {
          String text = arguments.constant(0);
          return frame -> log(frame, 4, text);
        });
    add(
        "log",
        2,
        arguments -> {
          int level = Math.toIntExact(Long.parseLong(arguments.constant(0)));
          String text = arguments.constant(1);
          return frame -> log(frame, level, text);
        });
    add(
        "error",
        2,
        arguments -> {
          String text =
              "error(\"%s\", \"%s\") not implemented yet"
                  .formatted(arguments.constant(0), arguments.constant(1));
          return frame -> log(frame, 1, text);
        });
    add(
        "exec",
        1,
        arguments -> {
          throw new Unresolvable("exec() runs shell commands, which this server does not do");
        });
  }

  private void settings() {
    add("cfg_reset", 1, SelectedGroups::reset);
    add("setavpflag", 1, arguments -> obsolete("setavpflag", 1));
    add("resetavpflag", 1, arguments -> obsolete("resetavpflag", 1));
    add("isavpflagset", 1, arguments -> obsolete("isavpflagset", -1));
  }

  /** Files of old have it; what it flagged is long gone. */
  private static FunctionCall obsolete(String name, int value) {
    CoreLog.LOG.functionIgnored(name);
    return frame -> value;
  }

  private static FunctionCall largeRequests(Arguments arguments) {
    String written = arguments.constant(0);
    TransportProtocol protocol = TransportProtocol.of(written);
    if (protocol == null) {
      throw new Unresolvable("unknown protocol " + written);
    }
    return on((target, frame) -> target.largeRequests(protocol));
  }

  private static FunctionCall noSctp(Arguments arguments) {
    throw new Unresolvable("forward_sctp: this server does not speak SCTP");
  }

  private int log(Frame frame, int level, String text) {
    core.log(frame, level, text);
    return 1;
  }

  /** Something that is noted for the request. */
  private interface Note {
    void about(RequestTarget target, Frame frame);
  }

  private interface OnFlag {
    int bit(RequestTarget target, int bit);
  }

  private static FunctionCall on(Note note) {
    return frame -> {
      note.about(RequestTarget.of(frame), frame);
      return 1;
    };
  }

  private static ScriptFunction.Preparation target(Note note) {
    return arguments -> on(note);
  }

  private static ScriptFunction.Preparation flag(OnFlag change) {
    return arguments -> {
      int bit = 1 << Integer.parseInt(arguments.constant(0));
      return frame -> change.bit(RequestTarget.of(frame), bit);
    };
  }

  private static ScriptFunction.Preparation connection(UnaryOperator<ConnectionUse> change) {
    return target((target, frame) -> target.connectionUse(change.apply(target.connectionUse())));
  }

  /** Something that is noted for the replies to the request. */
  private static ScriptFunction.Preparation replies(Consumer<SipRequest> note) {
    return arguments ->
        frame -> {
          if (frame.message() instanceof SipRequest request) {
            note.accept(request);
          }
          return 1;
        };
  }

  private void add(String name, int arity, ScriptFunction.Preparation preparation) {
    ParameterKind[] kinds = new ParameterKind[arity];
    java.util.Arrays.fill(kinds, ParameterKind.CONSTANT);
    all.put(name + '/' + arity, Functions.of(name, ANY, preparation, kinds));
  }

  /** Refuses to start with what only shows once the sockets are open. */
  void check() {
    forward.check();
  }

  @Nullable ScriptFunction find(String name, int arity) {
    return all.get(name + '/' + arity);
  }
}
