// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks a message everything it can be asked; none of it may throw. */
final class EveryAccessor {

  private EveryAccessor() {}

  static void ask(SipMessage message) {
    for (HeaderType type : HeaderType.values()) {
      message.value(type);
      message.problem(type);
      assertThat(message.values(type)).doesNotContainNull();
      for (NameAddress address : message.addresses(type)) {
        ask(address);
      }
    }
    for (Header header : message.headers()) {
      assertThat(header.end()).isGreaterThan(header.start());
      assertThat(header.toString()).isNotNull();
      assertThat(header.named("X-Nothing")).isFalse();
    }
    for (Via via : message.vias()) {
      ask(via);
    }
    message.fromTag();
    message.toTag();
    message.callId();
    message.expires();
    message.maxForwards();
    message.wildcardContact();
    assertThat(message.body().length()).isBetween(0, message.length());
    MessageCheck.problem(message);
    if (message instanceof SipRequest request) {
      ask(request);
    } else {
      ((SipResponse) message).reason();
      OutputBuffer out = new OutputBuffer();
      ((SipResponse) message).relayTo(out, Messages.UDP_POINT);
    }
  }

  private static void ask(SipRequest request) {
    if (request.requestUri() != null) {
      ask(request.requestUri());
    }
    OutputBuffer out = new OutputBuffer();
    ResponseBuilder.to(request, 400, "Bad").toTag("t").writeTo(out);
    request.writeTo(out, new OutgoingVia(Messages.TCP_POINT, "z9hG4bKx"));
  }

  private static void ask(NameAddress address) {
    address.displayName();
    address.tag();
    for (Parameter parameter : address.parameters()) {
      assertThat(parameter.name()).isNotEmpty();
      parameter.unquoted();
    }
    if (address.uri() != null) {
      ask(address.uri());
    }
  }

  private static void ask(Uri uri) {
    assertThat(uri.equivalent(uri)).isTrue();
    assertThat(uri.key()).isNotEmpty();
    if (uri instanceof SipUri sip) {
      sip.unescapedUser();
      sip.password();
      sip.headers();
      sip.portOrDefault();
      sip.looseRouter();
      assertThat(sip.host()).isNotEmpty();
    }
  }

  private static void ask(Via via) {
    via.branch();
    via.received();
    via.rport();
    via.ttl();
    via.maddr();
    via.connectionId();
    via.comment();
    assertThat(via.host()).isNotEmpty();
    assertThat(via.toString()).isNotEmpty();
  }
}
