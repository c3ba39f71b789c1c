// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Comparator;
import org.signalbox.sip.SipRequest;

/**
 * A look at a request that waits.
 *
 * @param id its number; later ones have greater ones
 * @param since when it was suspended
 * @param until when it goes on; the same for one that waits for a worker only
 * @param route where it goes on; empty for {@code request_route}, {@code (servlet)} for a callback
 * @param group the workers that go on with it
 * @param method of the request
 * @param callId of the request
 * @param source who sent it
 */
public record Waiting(
    long id,
    Instant since,
    Instant until,
    String route,
    String group,
    String method,
    String callId,
    InetSocketAddress source) {
  static final Comparator<Waiting> BY_END =
      Comparator.comparing(Waiting::until).thenComparingLong(Waiting::id);

  /** Who sent it, as {@code address:port}. */
  public String sourceText() {
    String host = source.getAddress().getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + source.getPort();
  }

  static Waiting of(WaitingRequest waiting, Instant since, Instant until) {
    SipRequest request = waiting.held().request();
    return new Waiting(
        waiting.id(),
        since,
        until,
        waiting.held().next(),
        waiting.group().name(),
        request.method(),
        String.valueOf(request.callId()),
        request.received().source());
  }
}
