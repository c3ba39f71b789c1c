// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.signalbox.server.RunningServer;

/** What runs here, and who asks. */
@Path("server")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class ServerResource {
  @Inject RunningServer server;
  @Context SecurityContext security;

  /** The server, its sockets, and the login of this request. */
  @GET
  public JsonObject about() {
    return ServerJson.of(server.facts(), Roles.user(security), security.isUserInRole(Roles.ADMIN))
        .build();
  }
}
