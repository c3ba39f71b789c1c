// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.signalbox.keepalive.Keepalive;
import org.signalbox.keepalive.KeepaliveBean;

/** Finds the keepalive module, or says that the configuration file does not load it. */
@Dependent
public class Watching {
  @Inject KeepaliveBean module;

  /**
   * @throws ProblemException with status 404 when the module is not loaded
   */
  Keepalive keepalive() {
    return module.loaded().orElseThrow(() -> ProblemException.notLoaded("keepalive"));
  }
}
