// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** A servlet that does what a test tells it and remembers what it saw. */
class ScriptedServlet extends SipServlet {
  private static final long serialVersionUID = 1;

  final transient List<SipServletRequest> requests = new ArrayList<>();
  final transient List<SipServletResponse> responses = new ArrayList<>();
  final List<String> life = new ArrayList<>();
  private final transient Deed deed;

  /** What to do with a request. */
  interface Deed {
    void with(SipServletRequest request) throws ServletException, IOException;
  }

  ScriptedServlet(Deed deed) {
    this.deed = deed;
  }

  /** Answers everything but ACK and CANCEL with this status. */
  static ScriptedServlet answering(int status) {
    return new ScriptedServlet(
        request -> {
          if (!request.getMethod().equals("ACK") && !request.getMethod().equals("CANCEL")) {
            request.createResponse(status).send();
          }
        });
  }

  /** Leaves every request unanswered. */
  static ScriptedServlet silent() {
    return new ScriptedServlet(request -> {});
  }

  @Override
  public void init() {
    life.add("init");
  }

  @Override
  public void destroy() {
    life.add("destroy");
  }

  @Override
  protected void doRequest(SipServletRequest request) throws ServletException, IOException {
    requests.add(request);
    deed.with(request);
  }

  @Override
  protected void doResponse(SipServletResponse response) throws ServletException, IOException {
    responses.add(response);
  }

  SipServletRequest last() {
    return requests.get(requests.size() - 1);
  }

  List<Integer> statuses() {
    return responses.stream().map(SipServletResponse::getStatus).toList();
  }
}
