// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.AddOutcome;
import org.signalbox.keepalive.ChangeOutcome;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.NewDestination;

/** The watched destinations: list, look at one, add, change, pause, remove, flush. */
@Path("destinations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class DestinationsResource {
  private static final String ONE = "{id: \\d{1,18}}";

  @Inject Watching watching;
  @Context UriInfo uri;
  @Context SecurityContext security;

  /** One page of the list. */
  @GET
  public JsonObject list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("search") @Nullable String search,
      @QueryParam("group") @Nullable String group,
      @QueryParam("after") @DefaultValue("0") WholeNumber after,
      @QueryParam("limit") @DefaultValue("100") WholeNumber limit) {
    return DestinationQuery.of(state, search, group, PageBounds.of(after, limit))
        .page(watching.keepalive());
  }

  /** One destination. */
  @GET
  @Path(ONE)
  public JsonObject one(@PathParam("id") long id) {
    return json(existing(id));
  }

  /** Begins to watch a destination. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Response add(InputStream body) {
    NewDestination wanted = NewDestinationJson.read(body);
    AddOutcome outcome = watching.keepalive().add(wanted);
    if (outcome instanceof AddOutcome.Refused refused) {
      throw refusal(refused);
    }
    if (outcome instanceof AddOutcome.Duplicate duplicate) {
      throw new ProblemException(
          Status.CONFLICT,
          "This owner has it watched already, as destination %d; its failures are forgotten."
              .formatted(duplicate.id()),
          null);
    }
    long id = ((AddOutcome.Added) outcome).id();
    DestinationStatus added = existing(id);
    AdminLog.LOG.added(user(), added.uri(), added.owner());
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(id)).build())
        .entity(json(added))
        .build();
  }

  /** Changes settings of one; null gives the configuration file's value. */
  @PATCH
  @Path(ONE)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public JsonObject change(@PathParam("id") long id, InputStream body) {
    Map<String, @Nullable String> settings =
        SettingsJson.read(JsonBody.object(body, List.of("settings")));
    ChangeOutcome outcome = watching.keepalive().change(id, settings, user());
    if (outcome instanceof ChangeOutcome.Refused refused) {
      throw ProblemException.badField(refused.setting(), sentence(refused.reason()));
    }
    DestinationStatus changed = existing(id);
    AdminLog.LOG.changed(user(), settings.keySet(), changed.uri(), changed.owner());
    return json(changed);
  }

  /** Pauses one. */
  @PUT
  @Path(ONE + "/pause")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public JsonObject pause(@PathParam("id") long id, InputStream body) {
    PauseJson wanted = PauseJson.read(body);
    DestinationStatus paused =
        watching
            .keepalive()
            .pause(id, wanted.reason(), wanted.length(), user())
            .orElseThrow(() -> missing(id));
    AdminLog.LOG.paused(user(), paused.uri(), paused.owner(), wanted.reason());
    return json(paused);
  }

  /** Ends the pause of one. */
  @DELETE
  @Path(ONE + "/pause")
  @RolesAllowed(Roles.ADMIN)
  public JsonObject resume(@PathParam("id") long id) {
    DestinationStatus resumed =
        watching.keepalive().resume(id, user()).orElseThrow(() -> missing(id));
    AdminLog.LOG.resumed(user(), resumed.uri(), resumed.owner());
    return json(resumed);
  }

  /** Ends watching one. */
  @DELETE
  @Path(ONE)
  @RolesAllowed(Roles.ADMIN)
  public void remove(@PathParam("id") long id) {
    DestinationStatus destination = existing(id);
    if (!watching.keepalive().remove(id)) {
      throw missing(id);
    }
    AdminLog.LOG.removed(user(), destination.uri(), destination.owner());
  }

  /** Ends watching all. */
  @DELETE
  @RolesAllowed(Roles.ADMIN)
  public void flush() {
    AdminLog.LOG.flushed(user(), watching.keepalive().flush());
  }

  private JsonObject json(DestinationStatus destination) {
    return DestinationDetailJson.of(destination, watching.keepalive());
  }

  private DestinationStatus existing(long id) {
    return watching.keepalive().find(id).orElseThrow(() -> missing(id));
  }

  private static ProblemException missing(long id) {
    return new ProblemException(Status.NOT_FOUND, "There is no destination " + id + ".", null);
  }

  private static ProblemException refusal(AddOutcome.Refused refused) {
    String sentence = sentence(refused.reason());
    return switch (refused.cause()) {
      case BAD_URI -> ProblemException.badField("uri", sentence);
      case BAD_OWNER -> ProblemException.badField("owner", sentence);
      case BAD_INTERVAL -> ProblemException.badField("intervalSeconds", sentence);
      case BAD_SETTING -> ProblemException.badField("settings", sentence);
      case TABLE_FULL -> new ProblemException(Status.SERVICE_UNAVAILABLE, sentence, null);
    };
  }

  private static String sentence(String why) {
    return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
  }

  private String user() {
    return Roles.user(security);
  }
}
