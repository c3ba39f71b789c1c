// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import javax.servlet.Servlet;

/**
 * Marks a servlet that decides about transactions itself (docs/decisions/0005): it gets every new
 * request without one, ACK, CANCEL and unusual ones included, and what it leaves unanswered is
 * forgotten.
 *
 * <p>It works on {@link RawRequest}; a request in whose transaction something else is attached is
 * its own business.
 */
public interface StatelessServlet {

  /** Whether it does so now; while not, it is treated like any other servlet. */
  default boolean decidesAlone() {
    return true;
  }

  /** Whether a servlet decides about transactions itself. */
  static boolean is(Servlet servlet) {
    return servlet instanceof StatelessServlet stateless && stateless.decidesAlone();
  }
}
