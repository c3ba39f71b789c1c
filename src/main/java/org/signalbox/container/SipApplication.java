// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What {@code WEB-INF/sip.xml} declares; complete and consistent once {@link SipXmlReader} has
 * built it.
 *
 * @param name the {@code app-name}
 * @param displayName the {@code display-name}, else the name
 * @param contextParameters in the order of the file
 * @param servlets in the order of the file
 * @param listeners class names in the order of the file
 * @param selection which servlet gets a request
 * @param sessionTimeout how long a new application session lives; zero means for ever
 * @param proxyTimeout how long a proxied request may take; zero means the container's own limit
 */
public record SipApplication(
    String name,
    String displayName,
    Map<String, String> contextParameters,
    List<DeclaredServlet> servlets,
    List<String> listeners,
    ServletSelection selection,
    Duration sessionTimeout,
    Duration proxyTimeout) {

  /** JSR 289 §6.1.2: three minutes unless {@code session-timeout} says otherwise. */
  static final Duration DEFAULT_SESSION_TIMEOUT = Duration.ofMinutes(3);
}
