// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REPLY;
import static org.signalbox.module.Functions.REQUEST_FAILURE;
import static org.signalbox.module.Preparations.number;
import static org.signalbox.module.Preparations.plain;
import static org.signalbox.module.Preparations.text;
import static org.signalbox.module.Preparations.texts;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.OwnNames;
import org.signalbox.routing.Packets;
import org.signalbox.routing.Routing;
import org.signalbox.routing.Sockets;
import org.signalbox.script.transformation.TransformationClasses;

/** The export table of {@code corex} (modules.md §13). */
public final class CorexModule implements SignalboxModule {
  /** Domains whose subdomains mean this server: {@code [proto:]domain[:port]}. */
  public static final Parameter<List<String>> ALIAS_SUBDOMAINS =
      Parameter.texts("alias_subdomains", Subdomains::problem);

  /** Whether {@code event_route[network:msg]} sees what arrives and leaves. */
  public static final Parameter<Boolean> NIO_INTERCEPT = Parameter.flag("nio_intercept", false);

  /** Packets of fewer bytes pass that route unseen. */
  public static final Parameter<Long> NIO_MIN_MSG_LEN = Parameter.integer("nio_min_msg_len", 32);

  /** Where that route finds the text: {@code $avp(name)}. */
  public static final Parameter<String> NIO_MSG_AVP =
      Parameter.text(
          "nio_msg_avp",
          "",
          written -> NetworkEvents.avpName(written) == null ? "it must be $avp(name)" : null);

  private final Port<Sockets> sockets = Port.to(Sockets.class);
  private final Port<Globals> globals = Port.to(Globals.class);
  private final Port<LogSink> log = Port.to(LogSink.class);
  private final Port<OwnNames> names = Port.to(OwnNames.class);
  private final Branches branches = new Branches(globals);
  private final ChosenSockets chosen = new ChosenSockets(sockets);
  private final RawSending sending = new RawSending();
  private final OwnVia via = new OwnVia(globals);
  private ParameterValues given = ParameterValues.DEFAULTS;

  @Override
  public String name() {
    return "corex";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(ALIAS_SUBDOMAINS, NIO_INTERCEPT, NIO_MIN_MSG_LEN, NIO_MSG_AVP)
        .eventRoutes(NetworkEvents.EVENT)
        .variables(ScriptPosition.family(), new SocketFacts(sockets).family())
        .transformations(TransformationClasses.corex(Set.of("udp", "tcp", "tls", "ws", "wss")))
        .functions(
            Functions.of("append_branch", REQUEST_FAILURE, plain(branches::current)),
            Functions.of("append_branch", REQUEST_FAILURE, text(branches::to), TEXT),
            Functions.of("append_branch", REQUEST_FAILURE, texts(branches::weighed), TEXT, TEXT),
            Functions.of("send_udp", ANY, plain(sending::udp)),
            Functions.of("send_udp", ANY, text(sending::udpTo), TEXT),
            Functions.of("send_tcp", ANY, plain(sending::tcp)),
            Functions.of("send_tcp", ANY, text(sending::tcpTo), TEXT),
            Functions.of("send_data", ANY, texts(sending::data), TEXT, TEXT),
            Functions.of("sendx", ANY, texts(sending::dataFrom), TEXT, TEXT, TEXT),
            Functions.of("forward_reply", REPLY, plain(sending::reply)),
            Functions.of("forward_uac", REQUEST_FAILURE, text(sending::asClient), TEXT),
            Functions.of("set_send_socket", ANY, text(chosen::send), TEXT),
            Functions.of("set_send_socket_name", ANY, text(chosen::sendNamed), TEXT),
            Functions.of("set_recv_socket", ANY, text(chosen::receive), TEXT),
            Functions.of("set_recv_socket_name", ANY, text(chosen::receiveNamed), TEXT),
            Functions.of("set_source_address", ANY, text(chosen::source), TEXT),
            Functions.of("is_socket_name", ANY, text(chosen::named), TEXT),
            Functions.of("msg_iflag_set", ANY, text(InnerFlags::set), TEXT),
            Functions.of("msg_iflag_reset", ANY, text(InnerFlags::reset), TEXT),
            Functions.of("msg_iflag_is_set", ANY, text(InnerFlags::isSet), TEXT),
            Functions.of("setxflag", ANY, number(MoreFlags::set), INTEGER),
            Functions.of("resetxflag", ANY, number(MoreFlags::reset), INTEGER),
            Functions.of("isxflagset", ANY, number(MoreFlags::isSet), INTEGER),
            Functions.of("file_read", ANY, Files::read, TEXT, VARIABLE),
            Functions.of("file_write", ANY, texts(Files::write), TEXT, TEXT),
            Functions.of("via_add_srvid", ANY, number(via::serverId), INTEGER),
            Functions.of("via_add_xavp_params", ANY, number(via::parameters), INTEGER),
            Functions.of("via_use_xavp_fields", ANY, number(via::fields), INTEGER),
            Functions.of("has_ruri_user", ANY, plain(MessageFacts::ruriUser)),
            Functions.of("has_user_agent", ANY, plain(MessageFacts::userAgent)),
            Functions.of("is_faked_msg", ANY, plain(MessageFacts::faked)),
            Functions.of("is_incoming", ANY, plain(MessageFacts::incoming)))
        .commands(new CorexCommands(sockets, names, globals, log).all())
        .build();
  }

  @Override
  public @Nullable String problem(ParameterValues parameters) {
    return parameters.value(NIO_INTERCEPT) && parameters.value(NIO_MSG_AVP).isEmpty()
        ? "nio_intercept needs nio_msg_avp"
        : null;
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    given = parameters;
    sockets.connect(bindings);
    log.connect(bindings);
    sending.connect(bindings);
    bindings.require(OwnNames.class).also(Subdomains.of(parameters.value(ALIAS_SUBDOMAINS)));
  }

  @Override
  public void start(Bindings bindings) {
    globals.connect(bindings);
    names.connect(bindings);
    if (given.value(NIO_INTERCEPT)) {
      String avp = Objects.requireNonNull(NetworkEvents.avpName(given.value(NIO_MSG_AVP)));
      Routing routing = bindings.require(Routing.class);
      bindings
          .require(Packets.class)
          .filter(new NetworkEvents(routing, avp, given.value(NIO_MIN_MSG_LEN)));
    }
  }
}
