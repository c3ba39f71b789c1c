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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Excerpt;
import org.signalbox.siprepo.PullOutcome;
import org.signalbox.siprepo.SipRepository;
import org.signalbox.siprepo.SipRepositoryBean;
import org.signalbox.siprepo.StoredMessage;

/** The messages that siprepo keeps: list, show one, remove it, run it through a route. */
@Path("messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class MessagesResource {
  private static final String ONE = "{number: \\d{1,18}}";

  @Inject SipRepositoryBean module;
  @Context SecurityContext security;

  /** One page of the list; {@code loaded} says whether the module is. */
  @GET
  public JsonObject list(
      @QueryParam("callId") @Nullable String callId,
      @QueryParam("after") @DefaultValue("0") WholeNumber after,
      @QueryParam("limit") @DefaultValue("100") WholeNumber limit) {
    MessageQuery query = MessageQuery.of(callId, PageBounds.of(after, limit));
    return module.loaded().map(query::page).orElseGet(MessageQuery::none);
  }

  /** One message with its text. */
  @GET
  @Path(ONE)
  public JsonObject one(@PathParam("number") long number) {
    StoredMessage message = kept(number);
    return MessageJson.of(message).add("text", message.text()).build();
  }

  /** Forgets one. */
  @DELETE
  @Path(ONE)
  @RolesAllowed(Roles.ADMIN)
  public void remove(@PathParam("number") long number) {
    StoredMessage message = kept(number);
    if (!repository().remove(message)) {
      throw missing(number);
    }
    AdminLog.LOG.removedMessage(user(), number, Excerpt.of(message.callId()));
  }

  /** Has a worker run one through a route. */
  @POST
  @Path(ONE + "/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Response replay(@PathParam("number") long number, InputStream body) {
    StoredMessage message = kept(number);
    Replay wanted = Replay.read(body);
    PullOutcome outcome =
        repository().pullLater(message, wanted.route(), wanted.after(), wanted.group());
    if (!outcome.succeeded()) {
      throw refusal(number, wanted, outcome);
    }
    AdminLog.LOG.replayed(user(), number, Excerpt.of(message.callId()), wanted.route());
    return Response.accepted().build();
  }

  private static ProblemException refusal(long number, Replay wanted, PullOutcome outcome) {
    return switch (outcome) {
      case NO_ROUTE ->
          ProblemException.badField("route", "There is no route[" + wanted.route() + "].");
      case NO_GROUP -> ProblemException.badField("group", "There is no such group of workers.");
      case BUSY ->
          new ProblemException(
              Status.SERVICE_UNAVAILABLE, "The queue of the workers is full.", null);
      default -> missing(number);
    };
  }

  private SipRepository repository() {
    return module.loaded().orElseThrow(() -> ProblemException.notLoaded("siprepo"));
  }

  private StoredMessage kept(long number) {
    return repository().find(number).orElseThrow(() -> missing(number));
  }

  private static ProblemException missing(long number) {
    return new ProblemException(
        Status.NOT_FOUND, "Message " + number + " is not kept, or no longer.", null);
  }

  private String user() {
    return Roles.user(security);
  }
}
