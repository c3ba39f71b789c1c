// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testapp;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.signalbox.tcpops.TcpConnectionClosed;

/** An observer of connections as an application would write it; what it heard is read over HTTP. */
@ApplicationScoped
@Path("heard-ends")
public class HeardEnds {
  private final List<String> ends = new CopyOnWriteArrayList<>();

  void ended(@Observes TcpConnectionClosed event) {
    ends.add(event.conid() + " " + event.reason() + " " + event.peer().getPort());
  }

  @GET
  @PermitAll
  public String text() {
    return String.join("\n", ends);
  }
}
