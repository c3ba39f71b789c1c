// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.signalbox.script.Problem;
import org.signalbox.server.RunningServer;
import org.signalbox.server.ServerException;

/** The configuration file whose routes run; posting reads it anew. */
@Path("configuration")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfigurationResource {
  @Inject RunningServer server;
  @Context SecurityContext security;

  /** The file, who loaded it when, and its warnings. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public JsonObject current() {
    return ConfigurationJson.of(server.script().current()).build();
  }

  /** Reads the file again; one with mistakes changes nothing and is answered with all of them. */
  @POST
  @RolesAllowed(Roles.ADMIN)
  public JsonObject reload() {
    List<Problem> mistakes;
    try {
      mistakes = server.script().reload(Roles.user(security));
    } catch (ServerException e) {
      throw new ProblemException(Status.CONFLICT, String.valueOf(e.getMessage()), null);
    }
    if (!mistakes.isEmpty()) {
      throw ProblemException.mistakes(mistakes);
    }
    return current();
  }
}
