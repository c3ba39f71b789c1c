// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

/** The two roles of an operator; {@code deployment/add-user} gives them. */
final class Roles {

  /** May look at everything. */
  static final String VIEWER = "signalbox-viewer";

  /** May change everything as well. */
  static final String ADMIN = "signalbox-admin";

  private Roles() {}
}
