// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;

/** Requests as a servlet would see them. */
final class Views {
  private Views() {}

  static SipServletRequest of(String message) throws ServletException {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = Stage.with(servlet);
    stage.arrive(message);
    return servlet.last();
  }
}
