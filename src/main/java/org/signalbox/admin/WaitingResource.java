// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.async.Async;
import org.signalbox.async.AsyncBean;

/** The requests that wait: list, look at one, go on, wait longer, answer. */
@Path("waiting")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class WaitingResource {
  private static final String ONE = "{id: \\d{1,18}}";
  private static final long LONGEST_SECONDS = Async.LONGEST.toSeconds();

  @Inject AsyncBean module;
  @Context SecurityContext security;

  /**
   * Those that go on next, of all or of one call, how many wait in all, and how the workers do;
   * none may wait ({@code most} is 0) while the module is not loaded, which the page has to know
   * without an error.
   */
  @GET
  public JsonObject list(
      @QueryParam("callId") @Nullable String callId,
      @QueryParam("limit") @DefaultValue("100") WholeNumber limit) {
    int most = new PageBounds(0, limit.intValue("limit")).limit();
    return module
        .loaded()
        .map(
            async ->
                WaitingJson.of(
                    async,
                    callId == null || callId.isEmpty()
                        ? async.next(most)
                        : async.ofCall(callId, most)))
        .orElseGet(WaitingJson::none)
        .build();
  }

  /** One of them. */
  @GET
  @Path(ONE)
  public JsonObject one(@PathParam("id") long id) {
    return WaitingJson.of(async().find(id).orElseThrow(() -> missing(id))).build();
  }

  /** Goes on with one now. */
  @POST
  @Path(ONE + "/resume")
  @RolesAllowed(Roles.ADMIN)
  public void resume(@PathParam("id") long id) {
    changed(id, async().resume(id));
    AdminLog.LOG.resumed(user(), id);
  }

  /** Lets one wait for some seconds from now on. */
  @POST
  @Path(ONE + "/extend")
  @RolesAllowed(Roles.ADMIN)
  public void extend(
      @PathParam("id") long id, @QueryParam("seconds") @DefaultValue("") WholeNumber seconds) {
    long pause = seconds.value("seconds");
    if (pause < 1 || pause > LONGEST_SECONDS) {
      throw ProblemException.badField("seconds", "It must be 1 to " + LONGEST_SECONDS + ".");
    }
    changed(id, async().extend(id, Duration.ofSeconds(pause)));
    AdminLog.LOG.extended(user(), id, pause);
  }

  /** Answers one instead of going on with it. */
  @DELETE
  @Path(ONE)
  @RolesAllowed(Roles.ADMIN)
  public void cancel(
      @PathParam("id") long id,
      @QueryParam("code") @DefaultValue("503") WholeNumber code,
      @QueryParam("reason") @DefaultValue("Cancelled by operator") String reason) {
    int status = code.intValue("code");
    if (status < 300 || status > 699) {
      throw ProblemException.badField("code", "It must be 300 to 699.");
    }
    changed(id, async().cancel(id, status, reason.replaceAll("\\p{Cntrl}+", " ")));
    AdminLog.LOG.cancelled(user(), id, status);
  }

  private Async async() {
    return module.loaded().orElseThrow(() -> ProblemException.notLoaded("async"));
  }

  private static void changed(long id, boolean changed) {
    if (!changed) {
      throw missing(id);
    }
  }

  private static ProblemException missing(long id) {
    return new ProblemException(Status.NOT_FOUND, "No request waits under " + id + ".", null);
  }

  private String user() {
    return Roles.user(security);
  }
}
