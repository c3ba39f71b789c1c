// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What can be seen of the WildFly around us, through its own MBeans; nothing where there is none.
 */
final class HostView {
  private static final String SOCKETS = "jboss.as:socket-binding-group=standard-sockets";

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

  /** Whether WildFly is still booting, so that other messages will follow ours. */
  boolean booting() {
    return read("jboss.root:type=state", "ProcessState", String.class)
        .map("starting"::equals)
        .orElse(false);
  }

  /** Where a context root is served, with the real addresses and ports; each ends in a slash. */
  List<String> urls(String contextRoot) {
    List<String> urls = new ArrayList<>();
    for (String scheme : List.of("http", "https")) {
      String socket = SOCKETS + ",socket-binding=" + scheme;
      if (read(socket, "bound", Boolean.class).orElse(false)) {
        String host = read(socket, "boundAddress", String.class).orElse("127.0.0.1");
        int port = read(socket, "boundPort", Integer.class).orElse(0);
        urls.add(scheme + "://" + bracketed(host) + ":" + port + contextRoot + "/");
      }
    }
    return urls;
  }

  private static String bracketed(String host) {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  private <T> Optional<T> read(String bean, String attribute, Class<T> type) {
    try {
      return Optional.ofNullable(type.cast(beans.getAttribute(new ObjectName(bean), attribute)));
    } catch (JMException absent) {
      return Optional.empty();
    }
  }
}
