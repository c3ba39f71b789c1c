// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import javax.servlet.ServletContext;

/** What the messages of one application share; made once by {@link SipContainer}. */
record ContainerCore(
    SipApplication application,
    ContainerPorts ports,
    ServletContext context,
    ServletTable servlets,
    SessionTable sessions,
    Listeners listeners,
    Tags tags,
    boolean stateful) {

  /** The servlet that hears of sessions nobody has given a handler. */
  String defaultHandler() {
    if (application.selection() instanceof ServletSelection.Main main) {
      return main.servlet();
    }
    return application.servlets().get(0).name();
  }
}
