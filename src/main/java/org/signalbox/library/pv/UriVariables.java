// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.MessageUris;
import org.signalbox.script.variable.UriParts;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.SipRequest;

/** The request URI, received and current, and the next hop set for it (variables.md §2, §6). */
final class UriVariables {
  private static final int HIGHEST_PORT = 65_535;

  private UriVariables() {}

  static VariableFamily family() {
    UriParts.Source current = CurrentUri::parts;
    UriParts.Source original = frame -> MessageUris.request(frame).parts();
    UriParts.Source destination = frame -> CurrentUri.destination(frame).parts();
    return VariableTable.builder()
        // as it stands
        .text("ru ruri", UriVariables::current, UriVariables::writeUri)
        .number("rul", frame -> length(current(frame)))
        .plain("rU ruri.user", UriParts.user(current), UriVariables::writeUser)
        .plain("rUl", UriParts.userLength(current))
        .plain("rd ruri.domain", UriParts.host(current), UriVariables::writeHost)
        .plain("rp", UriParts.port(current), UriVariables::writePort)
        .plain("rP", UriParts.transport(current))
        .plain("rz", UriParts.scheme(current))
        // as received
        .text("ou ouri", frame -> MessageUris.request(frame).text())
        .number("oul", frame -> length(MessageUris.request(frame).text()))
        .plain("oU", UriParts.user(original))
        .plain("oUl", UriParts.userLength(original))
        .plain("od", UriParts.host(original))
        .plain("op", UriParts.port(original))
        .plain("oP", UriParts.transport(original))
        // where it goes instead
        .text("du duri", UriVariables::destination, UriVariables::writeDestination)
        .plain("dd", UriParts.host(destination))
        .plain("dp", UriParts.port(destination))
        .plain("dP", UriParts.transport(destination))
        .build();
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static @Nullable String current(Frame frame) {
    MessageUris.Read uri = CurrentUri.request(frame);
    if (uri.text() != null && uri.parts() == null) {
      frame.error("the request URI is malformed: <" + uri.text() + ">");
      return null;
    }
    return uri.text();
  }

  private static @Nullable String destination(Frame frame) {
    return RequestTarget.of(frame).destinationUri();
  }

  private static boolean writeUri(Frame frame, Cell value) {
    return value.kind() == Cell.Kind.TEXT && change(frame, value.text());
  }

  private static boolean writeUser(Frame frame, Cell value) {
    UriText uri = CurrentUri.parts(frame);
    if (uri == null || value.kind() == Cell.Kind.NUMBER) {
      return false;
    }
    return change(frame, uri.withUser(value.isPresent() ? value.text() : null));
  }

  private static boolean writeHost(Frame frame, Cell value) {
    String host = value.text();
    UriText uri = CurrentUri.parts(frame);
    return uri != null
        && value.kind() == Cell.Kind.TEXT
        && !host.isEmpty()
        && change(frame, uri.withHost(host));
  }

  private static boolean writePort(Frame frame, Cell value) {
    UriText uri = CurrentUri.parts(frame);
    if (uri == null) {
      return false;
    }
    if (!value.isPresent() || value.text().isEmpty()) {
      return change(frame, uri.withPort(null));
    }
    long port = value.numberOr(0);
    return port > 0 && port <= HIGHEST_PORT && change(frame, uri.withPort(Long.toString(port)));
  }

  /** Puts a URI in place that can be sent; anything else is refused. */
  private static boolean change(Frame frame, String uri) {
    if (!(frame.message() instanceof SipRequest)) {
      frame.error("a reply has no request URI to change");
      return false;
    }
    if (UriText.parse(uri) == null) {
      frame.error("<" + uri + "> is no URI to send a request to");
      return false;
    }
    RequestTarget.of(frame).ruri(uri);
    return true;
  }

  private static boolean writeDestination(Frame frame, Cell value) {
    if (value.kind() == Cell.Kind.NUMBER) {
      return false;
    }
    String uri = value.text();
    RequestTarget.of(frame).destinationUri(uri.isEmpty() ? null : uri);
    return true;
  }
}
