// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.Target;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.SipUri;
import org.signalbox.sip.Uri;
import org.signalbox.transport.Destination;

/** The UAC core (RFC 3261 §8.1): finds out where a request goes and sends it. */
final class UserAgentClient {
  private final ContainerCore core;

  UserAgentClient(ContainerCore core) {
    this.core = core;
  }

  /** How a request of its own leaves. */
  CreatedRequest.Sending sending() {
    return new SentRequest(core, this);
  }

  /** Where a request goes first, as a question to the resolver. */
  static NextHop nextHop(CreatedRequest request) throws IOException {
    SipUri target = request.nextHop();
    String host = Objects.requireNonNullElse(target.parameter("maddr"), target.host());
    return new NextHop(host, target.port(), target.transport(), target.secure());
  }

  /** Finds destinations, the first to be tried first; an empty list when there are none. */
  void locate(NextHop hop, Consumer<List<Destination>> then) {
    core.ports().resolver().locate(hop, location -> then.accept(destinations(location)));
  }

  private List<Destination> destinations(Location location) {
    if (location instanceof Location.NotFound nowhere) {
      ContainerLog.LOG.debug(nowhere.detail());
    }
    if (!(location instanceof Location.Found found)) {
      return List.of();
    }
    List<Destination> destinations = new ArrayList<>();
    for (Target target : found.targets()) {
      @Nullable ListeningPoint source =
          core.ports().sender().sourceFor(target.protocol(), target.address());
      if (source != null) {
        destinations.add(new Destination(target.protocol(), target.address(), source, 0));
      }
    }
    return destinations;
  }

  /** The ACK of a 2xx (RFC 3261 §13.2.2.4): to the peer's Contact along the recorded route. */
  static CreatedRequest acknowledging(
      ContainerCore core,
      CreatedRequest invite,
      SipResponse success,
      CreatedRequest.Sending sending) {
    @Nullable NameAddress contact = success.address(HeaderType.CONTACT);
    @Nullable Uri remote = contact == null ? null : contact.uri();
    NameAddress to = Objects.requireNonNullElse(success.to(), invite.to());
    CreatedRequest ack =
        new CreatedRequest(
            core,
            invite
                .start()
                .with("ACK", remote == null ? invite.getRequestURI() : Uris.editable(remote), to),
            sending);
    List<NameAddress> routes = new ArrayList<>(success.addresses(HeaderType.RECORD_ROUTE));
    Collections.reverse(routes);
    routes.forEach(route -> ack.writable().add("Route", EditableAddress.of(route)));
    return ack;
  }
}
