// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Class {@code uri}: the parts of a URI (transformations.md §3). */
final class UriClass {
  private static final List<String> PROTOCOLS = List.of("udp", "tcp", "tls", "sctp", "ws", "wss");

  private UriClass() {}

  static TransformationClass create() {
    NamedTransformations uri = new NamedTransformations("uri");
    part(uri, "user", UriText::user);
    part(uri, "passwd", UriText::password);
    part(uri, "host", UriText::host);
    part(uri, "domain", UriText::host);
    part(uri, "scheme", UriText::scheme);
    part(uri, "params", UriText::params);
    part(uri, "headers", UriText::headers);
    part(uri, "uparam", parts -> parts.param("user"));
    for (String name : List.of("transport", "ttl", "maddr", "method", "lr", "r2")) {
      part(uri, name, parts -> parts.param(name));
    }
    part(uri, "duri", p -> p.scheme() + ':' + p.host() + p.portAndTransport());
    part(uri, "saor", UriText::addressOfRecord);
    part(uri, "suri", p -> p.addressOfRecord() + p.portAndTransport());
    uri.plain("port", on((p, frame) -> Value.integer(p.port(), p.portNumber())));
    uri.plain("tosocket", on(UriClass::socket));
    uri.with("param", UriClass::parameter);
    uri.with("rmparam", UriClass::withoutParameter);
    return uri;
  }

  private interface Work {
    Value on(UriText uri, Frame frame);
  }

  private static void part(NamedTransformations uri, String name, Function<UriText, String> part) {
    uri.plain(name, on((parts, frame) -> Value.of(part.apply(parts))));
  }

  private static Transformation on(Work work) {
    return OnText.notEmpty(
        (text, frame) -> {
          UriText uri = UriText.parse(text);
          return uri == null ? frame.fail("invalid uri [" + text + "]") : work.on(uri, frame);
        });
  }

  /** A variable for the name is looked at only where there are parameters at all. */
  private static Transformation parameter(Specifier specifier) throws NotationException {
    Parameter name = specifier.text();
    return on(
        (uri, frame) -> {
          if (uri.params().isEmpty()) {
            return Value.EMPTY;
          }
          Value wanted = name.value(frame);
          if (wanted.failed()) {
            return wanted;
          }
          String value = ParameterScan.lastValue(uri.params(), wanted.text(), ';');
          return value == null ? frame.fail("invalid uri parameters") : Value.of(value);
        });
  }

  private static Transformation withoutParameter(Specifier specifier) throws NotationException {
    Parameter name = specifier.text();
    return OnText.notEmpty(
        (text, frame) -> {
          UriText uri = UriText.parse(text);
          if (uri == null) {
            return frame.fail("invalid uri [" + text + "]");
          }
          Value unwanted = name.value(frame);
          return unwanted.failed() ? unwanted : withoutParameter(text, uri, unwanted.text());
        });
  }

  private static Value withoutParameter(String text, UriText uri, String name) {
    if (uri.params().isEmpty()) {
      return Value.of(text);
    }
    int params = uri.paramsStart();
    StringBuilder out = new StringBuilder(text);
    int removed = 0;
    ParameterScan scan = new ParameterScan(uri.params(), ';');
    while (scan.next()) {
      if (scan.named(name)) {
        int from = params + scan.start() - 1;
        int to = params + scan.end();
        out.delete(from - removed, to - removed);
        removed += to - from;
      }
    }
    return Value.of(out.toString());
  }

  /** Where the URI says nothing, what it means: UDP, or for sips TLS and its port. */
  private static Value socket(UriText uri, Frame frame) {
    boolean secure = uri.scheme().equalsIgnoreCase("sips");
    String transport = uri.param("transport").toLowerCase(Locale.ROOT);
    String protocol = !transport.isEmpty() ? transport : secure ? "tls" : "udp";
    if (!PROTOCOLS.contains(protocol) || uri.host().isEmpty()) {
      frame.warning("unknown transport protocol");
      return Value.EMPTY;
    }
    String usual = transport.isEmpty() && secure ? "5061" : "5060";
    return Value.of(
        protocol + ':' + uri.host() + ':' + (uri.port().isEmpty() ? usual : uri.port()));
  }
}
