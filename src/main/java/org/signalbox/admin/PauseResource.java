// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.signalbox.keepalive.Keepalive;

/** The pause of all destinations at once: look, begin, end. */
@Path("destinations/pause")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class PauseResource {
  @Inject Watching watching;
  @Context SecurityContext security;

  /** Why nothing is pinged; null when all are. */
  @GET
  public JsonObject pause() {
    return json(watching.keepalive());
  }

  /** Pauses all. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public JsonObject begin(InputStream body) {
    PauseJson wanted = PauseJson.read(body);
    Keepalive keepalive = watching.keepalive();
    String user = Roles.user(security);
    keepalive.pauseAll(wanted.reason(), wanted.length(), user);
    AdminLog.LOG.allPaused(user, wanted.reason());
    return json(keepalive);
  }

  /** Lets all go on but those that are paused alone. */
  @DELETE
  @RolesAllowed(Roles.ADMIN)
  public JsonObject end() {
    Keepalive keepalive = watching.keepalive();
    keepalive.resumeAll();
    AdminLog.LOG.allResumed(Roles.user(security));
    return json(keepalive);
  }

  private static JsonObject json(Keepalive keepalive) {
    return Json.createObjectBuilder()
        .add("pause", PauseJson.of(keepalive.paused().orElse(null)))
        .build();
  }
}
