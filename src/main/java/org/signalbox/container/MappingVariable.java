// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Optional;
import java.util.function.Function;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;

/** A variable of the mapping language, such as {@code request.uri.host}, resolved once at load. */
final class MappingVariable {
  private final String name;
  private final Function<SipServletRequest, @Nullable String> reader;

  private MappingVariable(String name, Function<SipServletRequest, @Nullable String> reader) {
    this.name = name;
    this.reader = reader;
  }

  /** Finds a variable by its dotted name; empty when the language has no such variable. */
  static Optional<MappingVariable> named(String name) {
    return Optional.ofNullable(reader(name)).map(reader -> new MappingVariable(name, reader));
  }

  @Nullable String value(SipServletRequest request) {
    return reader.apply(request);
  }

  boolean isTelephoneNumber() {
    return name.endsWith(".tel");
  }

  @Override
  public String toString() {
    return name;
  }

  private static @Nullable Function<SipServletRequest, @Nullable String> reader(String name) {
    if (name.equals("request.method")) {
      return SipServletRequest::getMethod;
    }
    if (name.equals("request.uri")) {
      return request -> request.getRequestURI().toString();
    }
    if (name.startsWith("request.uri.")) {
      return onUri(name.substring("request.uri.".length()), SipServletRequest::getRequestURI);
    }
    if (name.equals("request.from") || name.startsWith("request.from.")) {
      return onAddress(name.substring("request.from".length()), SipServletRequest::getFrom);
    }
    if (name.equals("request.to") || name.startsWith("request.to.")) {
      return onAddress(name.substring("request.to".length()), SipServletRequest::getTo);
    }
    if (name.equals("request.route") || name.startsWith("request.route.")) {
      return onAddress(name.substring("request.route".length()), MappingVariable::topRoute);
    }
    return null;
  }

  private static @Nullable Function<SipServletRequest, @Nullable String> onAddress(
      String rest, Function<SipServletRequest, @Nullable Address> address) {
    Function<SipServletRequest, @Nullable URI> uri =
        request -> {
          @Nullable Address found = address.apply(request);
          return found == null ? null : found.getURI();
        };
    return switch (rest) {
      case "" -> request -> text(address.apply(request));
      case ".uri" -> request -> text(uri.apply(request));
      case ".display-name" ->
          request -> {
            @Nullable Address found = address.apply(request);
            return found == null ? null : found.getDisplayName();
          };
      default ->
          rest.startsWith(".uri.")
              ? onUri(rest.substring(".uri.".length()), uri)
              // JSR 289 §16.2.1 lists from.uri.host, files in the wild also write from.host
              : onUri(rest.substring(1), uri);
    };
  }

  private static @Nullable Function<SipServletRequest, @Nullable String> onUri(
      String part, Function<SipServletRequest, @Nullable URI> uri) {
    return switch (part) {
      case "scheme" ->
          request -> {
            @Nullable URI found = uri.apply(request);
            return found == null ? null : found.getScheme();
          };
      case "user" -> request -> onSipUri(uri.apply(request), SipURI::getUser);
      case "host" -> request -> onSipUri(uri.apply(request), SipURI::getHost);
      case "port" -> request -> onSipUri(uri.apply(request), MappingVariable::port);
      case "tel" -> request -> telephoneNumber(uri.apply(request));
      default -> part.startsWith("param.") ? onParameter(part.substring(6), uri) : null;
    };
  }

  private static @Nullable Function<SipServletRequest, @Nullable String> onParameter(
      String parameter, Function<SipServletRequest, @Nullable URI> uri) {
    return request -> {
      @Nullable URI found = uri.apply(request);
      return found == null ? null : found.getParameter(parameter);
    };
  }

  private static @Nullable String onSipUri(
      @Nullable URI uri, Function<SipURI, @Nullable String> part) {
    return uri instanceof SipURI sip ? part.apply(sip) : null;
  }

  private static String port(SipURI uri) {
    int port = uri.getPort();
    boolean secure = uri.isSecure() || "tls".equalsIgnoreCase(uri.getTransportParam());
    return Integer.toString(port > 0 ? port : secure ? 5061 : 5060);
  }

  /** The digits of a tel URL, or the user part of a SIP URI that says {@code user=phone}. */
  private static @Nullable String telephoneNumber(@Nullable URI uri) {
    if (uri instanceof TelURL tel) {
      return withoutVisualSeparators(tel.getPhoneNumber());
    }
    if (uri instanceof SipURI sip && "phone".equals(sip.getUserParam()) && sip.getUser() != null) {
      return withoutVisualSeparators(sip.getUser());
    }
    return null;
  }

  private static String withoutVisualSeparators(String number) {
    StringBuilder digits = new StringBuilder(number.length());
    for (int at = number.startsWith("+") ? 1 : 0; at < number.length(); at++) {
      char character = number.charAt(at);
      if ("-.()".indexOf(character) < 0) {
        digits.append(character);
      }
    }
    return digits.toString();
  }

  private static @Nullable Address topRoute(SipServletRequest request) {
    if (request.getPoppedRoute() != null) {
      return request.getPoppedRoute();
    }
    try {
      return request.getAddressHeader("Route");
    } catch (ServletParseException malformed) {
      return null; // a rule on a header that cannot be read does not match
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
