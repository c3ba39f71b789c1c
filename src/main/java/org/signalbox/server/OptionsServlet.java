// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Answers OPTIONS, so that others can watch this server, and says of the rest that it does not. */
public class OptionsServlet extends SipServlet {
  private static final long serialVersionUID = 1;

  private static final String ALLOWED = "OPTIONS";

  @Override
  protected void doRequest(SipServletRequest request) throws IOException {
    switch (request.getMethod()) {
      case "OPTIONS" -> capabilities(request);
      case "ACK", "CANCEL" -> {
        // nobody waits for an answer: the container has seen to both
      }
      default -> refuse(request);
    }
  }

  /** RFC 3261 §11.2. */
  private static void capabilities(SipServletRequest request) throws IOException {
    SipServletResponse response = request.createResponse(SipServletResponse.SC_OK);
    response.setHeader("Allow", ALLOWED);
    response.setHeader("Accept", "*/*");
    response.setHeader("Accept-Encoding", "identity");
    response.setHeader("Accept-Language", "en");
    response.send();
  }

  /** RFC 3261 §21.4.6. */
  private static void refuse(SipServletRequest request) throws IOException {
    SipServletResponse response = request.createResponse(SipServletResponse.SC_METHOD_NOT_ALLOWED);
    response.setHeader("Allow", ALLOWED);
    response.send();
  }
}
