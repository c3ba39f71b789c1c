// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.List;
import java.util.Locale;
import org.signalbox.script.Frame;
import org.signalbox.script.Value;

/** Class {@code urialias}: a socket as {@code host~port~protocol} (transformations.md §8). */
final class UriAliasClass {
  /** In the order of Kamailio's numbers, from 1. */
  private static final List<String> PROTOCOLS = List.of("udp", "tcp", "tls", "sctp", "ws", "wss");

  private UriAliasClass() {}

  static TransformationClass create() {
    return new NamedTransformations("urialias")
        .plain("encode", OnText.notEmpty(UriAliasClass::encode))
        .plain("decode", OnText.notEmpty(UriAliasClass::decode));
  }

  private static Value encode(String text, Frame frame) {
    UriText uri = UriText.parse(text);
    if (uri == null || uri.host().isEmpty()) {
      frame.warning("invalid uri [" + text + "]");
      return Value.EMPTY;
    }
    String transport = uri.param("transport").toLowerCase(Locale.ROOT);
    int number = transport.isEmpty() ? 1 : PROTOCOLS.indexOf(transport) + 1;
    if (number == 0) {
      frame.warning("unknown transport protocol");
      return Value.EMPTY;
    }
    String port = uri.port().isEmpty() ? "5060" : uri.port();
    return Value.of(uri.host() + '~' + port + '~' + number);
  }

  private static Value decode(String text, Frame frame) {
    int first = text.indexOf('~');
    int second = text.indexOf('~', first + 1);
    long number = first < 0 || second < 0 ? 0 : Decimal.digits(text, second + 1, text.length());
    if (number < 1 || number > PROTOCOLS.size()) {
      frame.warning("the value is no alias");
      return Value.EMPTY;
    }
    String address = text.substring(0, first) + ':' + text.substring(first + 1, second);
    return Value.of("sip:" + address + ";transport=" + PROTOCOLS.get((int) number - 1));
  }
}
