// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.inject.Inject;
import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.sip.SipServlet;
import org.signalbox.container.RawRequest;
import org.signalbox.container.StatelessServlet;
import org.signalbox.routing.OtherServlets;
import org.signalbox.routing.Routing;

/**
 * Runs {@code request_route} for every request; where the file has none, hands it to the servlet
 * {@code options}.
 */
public class RoutingServlet extends SipServlet implements StatelessServlet {
  private static final long serialVersionUID = 1;
  private static final String WITHOUT_ROUTES = "options";

  private final transient Routing routing;

  @Inject
  public RoutingServlet(Routing routing) {
    this.routing = routing;
  }

  @Override
  public boolean decidesAlone() {
    return routing.routesRequests();
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    if (decidesAlone()) {
      RawRequest raw = (RawRequest) request;
      OtherServlets others = raw::serveBy;
      routing.request(raw.message(), others::in);
    } else {
      getServletContext().getNamedDispatcher(WITHOUT_ROUTES).forward(request, response);
    }
  }
}
