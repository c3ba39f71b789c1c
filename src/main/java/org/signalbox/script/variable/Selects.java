// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.VariableTable.TextReading;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Via;

/**
 * The other notation for parts of a message, {@code @from.uri.host} or {@code $sel(from.uri.host)};
 * always a text, null where the part is missing.
 */
public final class Selects {
  private final UriParts.Source requestUri;

  /** The request URI as it stands is known to routing, not here. */
  public Selects(UriParts.Source requestUri) {
    this.requestUri = requestUri;
  }

  /** What a select reads; null when there is no such select. */
  public @Nullable Variable named(String text) {
    SelectPath path = SelectPath.parse(text);
    TextReading reading = path == null ? null : reading(path);
    return reading == null ? null : reading.variable();
  }

  private @Nullable TextReading reading(SelectPath path) {
    List<String> rest = path.rest();
    return switch (path.first()) {
      case "method" -> rest.isEmpty() ? Selects::method : null;
      case "ruri" -> uri(requestUri, rest);
      case "from", "f" -> address(HeaderType.FROM, rest);
      case "to", "t" -> address(HeaderType.TO, rest);
      case "contact", "m" -> address(HeaderType.CONTACT, rest);
      case "refer_to" -> address(HeaderType.REFER_TO, rest);
      case "rpid" -> address(HeaderType.REMOTE_PARTY_ID, rest);
      case "via", "v" -> via(path.index(), rest);
      case "cseq" -> cseq(rest);
      case "src" -> network(true, rest);
      case "dst" -> network(false, rest);
      case "received" -> received(rest);
      default -> MessageSelects.reading(path.first(), rest);
    };
  }

  private static @Nullable String method(Frame frame) {
    return frame.message() instanceof SipRequest request ? request.method() : null;
  }

  private static @Nullable TextReading uri(UriParts.Source source, List<String> rest) {
    UriPart part = uriPart(rest);
    if (part == null) {
      return null;
    }
    return frame -> {
      UriText uri = source.uri(frame);
      return uri == null ? null : part.of(uri);
    };
  }

  private interface UriPart {
    @Nullable String of(UriText uri);
  }

  private static @Nullable UriPart uriPart(List<String> rest) {
    if (rest.size() == 2 && rest.get(0).equals("params")) {
      return uri -> present(uri.param(rest.get(1)));
    }
    return switch (only(rest)) {
      case "" -> UriText::toString;
      case "type" -> uri -> uri.scheme().toLowerCase(Locale.ROOT);
      case "user" -> uri -> present(uri.user());
      case "pwd" -> uri -> present(uri.password());
      case "host" -> uri -> present(uri.host());
      case "port" -> uri -> present(uri.port());
      case "hostport" -> uri -> uri.host() + (uri.hasPort() ? ":" + uri.port() : "");
      case "params" -> uri -> present(uri.params());
      default -> null;
    };
  }

  /** The one step that is left; empty for none, and what no select is called for more. */
  private static String only(List<String> rest) {
    return rest.isEmpty() ? "" : rest.size() == 1 ? rest.get(0) : "?";
  }

  private static @Nullable String present(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable TextReading address(HeaderType type, List<String> rest) {
    if (!rest.isEmpty() && rest.get(0).equals("uri")) {
      return uri(frame -> uri(frame.message().address(type)), rest.subList(1, rest.size()));
    }
    AddressPart part = addressPart(rest);
    if (part == null) {
      return null;
    }
    return frame -> {
      NameAddress address = frame.message().address(type);
      String text = address == null ? null : part.of(address);
      return text == null ? null : WireText.bytes(text);
    };
  }

  private static @Nullable UriText uri(@Nullable NameAddress address) {
    return address == null ? null : UriText.parse(WireText.of(address.uriOctets()));
  }

  private interface AddressPart {
    @Nullable String of(NameAddress address);
  }

  private static @Nullable AddressPart addressPart(List<String> rest) {
    if (rest.size() == 2 && rest.get(0).equals("params")) {
      return address -> address.parameter(rest.get(1));
    }
    return switch (only(rest)) {
      case "" -> NameAddress::toString;
      case "tag" -> NameAddress::tag;
      case "name" -> NameAddress::displayName;
      case "expires", "q" -> address -> address.parameter(rest.get(0));
      default -> null;
    };
  }

  private static @Nullable TextReading via(int index, List<String> rest) {
    ViaPart part = viaPart(rest);
    if (part == null) {
      return null;
    }
    return frame -> {
      Via via = nth(frame.message(), index);
      return via == null ? null : part.of(via);
    };
  }

  private static @Nullable Via nth(SipMessage message, int index) {
    List<Via> vias = message.vias();
    int position = index < 0 ? index + vias.size() : index;
    return position < 0 || position >= vias.size() ? null : vias.get(position);
  }

  private interface ViaPart {
    @Nullable String of(Via via);
  }

  private static @Nullable ViaPart viaPart(List<String> rest) {
    if (rest.size() == 2 && rest.get(0).equals("params")) {
      return via -> via.parameter(rest.get(1));
    }
    return switch (only(rest)) {
      case "" -> Via::toString;
      case "host" -> Via::host;
      case "port" -> via -> via.port() < 0 ? null : String.valueOf(via.port());
      case "transport" -> Via::transportName;
      case "branch" -> Via::branch;
      case "received" -> Via::received;
      case "rport", "i", "alias" -> via -> via.parameter(rest.get(0));
      default -> null;
    };
  }

  private static @Nullable TextReading cseq(List<String> rest) {
    return switch (only(rest)) {
      case "" -> MessageSelects.header("CSeq");
      case "num" -> frame -> number(frame.message().cseq());
      case "method" -> frame -> method(frame.message().cseq());
      default -> null;
    };
  }

  private static @Nullable String number(@Nullable CSeq cseq) {
    return cseq == null ? null : String.valueOf(cseq.number());
  }

  private static @Nullable String method(@Nullable CSeq cseq) {
    return cseq == null ? null : cseq.method();
  }

  private static @Nullable TextReading network(boolean source, List<String> rest) {
    return switch (rest.size() == 1 ? rest.get(0) : "") {
      case "ip" -> frame -> ip(end(frame.message(), source));
      case "port" -> frame -> port(end(frame.message(), source));
      case "ip_port" -> frame -> ipAndPort(end(frame.message(), source));
      default -> null;
    };
  }

  private static @Nullable TextReading received(List<String> rest) {
    return only(rest).equals("proto")
        ? frame -> frame.message().received().protocol().parameterName()
        : network(false, rest);
  }

  private static @Nullable String ipAndPort(@Nullable InetSocketAddress address) {
    return address == null ? null : NetworkVariables.ip(address) + ":" + address.getPort();
  }

  private static @Nullable InetSocketAddress end(SipMessage message, boolean source) {
    if (message.local()) {
      return null;
    }
    return source ? message.received().source() : message.received().local();
  }

  private static @Nullable String ip(@Nullable InetSocketAddress address) {
    return address == null ? null : NetworkVariables.ip(address);
  }

  private static @Nullable String port(@Nullable InetSocketAddress address) {
    return address == null ? null : String.valueOf(address.getPort());
  }
}
