// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import javax.servlet.ServletException;

/**
 * Gives life to the classes that {@code sip.xml} names; the door implements it with CDI, so that
 * injection works in them. Called on the starting and stopping thread, and for servlets without
 * {@code load-on-startup} on the thread of their first request.
 */
public interface ServletInstances {

  /**
   * Creates one object with its injected fields filled.
   *
   * @param className the {@code servlet-class} or {@code listener-class}
   * @param type what the object must be
   * @throws ServletException when the class is missing, is not of that type or cannot be created;
   *     the message names the class
   */
  <T> T create(String className, Class<T> type) throws ServletException;

  /** Releases what {@link #create} gave, once the container has ended its life. Never throws. */
  void destroy(Object instance);
}
