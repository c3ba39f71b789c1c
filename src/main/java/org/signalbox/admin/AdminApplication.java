// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the resources of this room under {@code /signalbox/api}. */
@ApplicationPath("api")
public class AdminApplication extends Application {}
