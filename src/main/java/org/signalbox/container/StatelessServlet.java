// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

/**
 * Marks a servlet that decides about transactions itself (docs/decisions/0005): it gets every new
 * request without one, ACK, CANCEL and unusual ones included, and what it leaves unanswered is
 * forgotten.
 *
 * <p>It works on {@link RawRequest}; a request in whose transaction something else is attached is
 * its own business.
 */
public interface StatelessServlet {}
