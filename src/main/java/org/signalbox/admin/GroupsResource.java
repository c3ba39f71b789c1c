// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The groups of destinations, and how many of each are in which state. */
@Path("destinations/groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class GroupsResource {
  @Inject Watching watching;

  /** All of them, by name. */
  @GET
  public JsonObject list() {
    JsonArrayBuilder groups = Json.createArrayBuilder();
    watching
        .keepalive()
        .groups()
        .forEach((name, counts) -> groups.add(DestinationJson.of(counts).add("name", name)));
    return Json.createObjectBuilder().add("groups", groups).build();
  }
}
