// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;

/** The two roles of an operator; {@code deployment/add-user} gives them. */
final class Roles {

  /** May look at everything. */
  static final String VIEWER = "signalbox-viewer";

  /** May change everything as well. */
  static final String ADMIN = "signalbox-admin";

  private Roles() {}

  /** Who sends a request; web.xml lets nobody in without a login. */
  static String user(SecurityContext security) {
    return Objects.requireNonNull(security.getUserPrincipal(), "web.xml asks for a login")
        .getName();
  }
}
