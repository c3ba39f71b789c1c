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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.server.RunningServer;
import org.signalbox.transport.Connection;
import org.signalbox.transport.TcpKeepalive;

/** The stream connections: list, look at one, close it, set its lifetime and its keepalive. */
@Path("connections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class ConnectionsResource {
  private static final String ONE = "{id: \\d{1,18}}";

  @Inject RunningServer server;
  @Context SecurityContext security;

  /** One page of the list. */
  @GET
  public JsonObject list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("search") @Nullable String search,
      @QueryParam("after") @DefaultValue("0") WholeNumber after,
      @QueryParam("limit") @DefaultValue("100") WholeNumber limit) {
    return ConnectionQuery.of(state, search, PageBounds.of(after, limit))
        .page(server.connections());
  }

  /** One connection. */
  @GET
  @Path(ONE)
  public JsonObject one(@PathParam("id") long id) {
    return ConnectionJson.of(living(id)).build();
  }

  /** Closes one. */
  @DELETE
  @Path(ONE)
  @RolesAllowed(Roles.ADMIN)
  public void close(@PathParam("id") long id) {
    Connection connection = ordered(id, Connection::close);
    AdminLog.LOG.closed(user(), id, ConnectionJson.peer(connection));
  }

  /** Sets how long one may be idle, from now on; null is for ever. */
  @PUT
  @Path(ONE + "/lifetime")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public JsonObject lifetime(@PathParam("id") long id, InputStream body) {
    Connection connection = living(id);
    Optional<Duration> lifetime = ConnectionOrders.lifetime(body);
    if (!connection.lifetime(lifetime)) {
      throw missing(id);
    }
    String shown = lifetime.map(given -> given.toSeconds() + " s").orElse("unlimited");
    AdminLog.LOG.lifetime(user(), id, ConnectionJson.peer(connection), shown);
    return ConnectionJson.of(connection).build();
  }

  /** Has the system probe the peer of one. */
  @PUT
  @Path(ONE + "/keepalive")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public JsonObject keepalive(@PathParam("id") long id, InputStream body) {
    Connection connection = living(id);
    TcpKeepalive wanted = ConnectionOrders.keepalive(body);
    if (!connection.keepalive(wanted)) {
      living(id);
      throw new ProblemException(
          Status.CONFLICT, "The system does not take these keepalive values.", null);
    }
    AdminLog.LOG.keepalive(user(), id, ConnectionJson.peer(connection), wanted);
    return ConnectionJson.of(connection).build();
  }

  /** Has the system probe the peer of one no more. */
  @DELETE
  @Path(ONE + "/keepalive")
  @RolesAllowed(Roles.ADMIN)
  public void noKeepalive(@PathParam("id") long id) {
    Connection connection = ordered(id, Connection::keepaliveOff);
    AdminLog.LOG.noKeepalive(user(), id, ConnectionJson.peer(connection));
  }

  /** The connection that has done something; it may end before it does. */
  private Connection ordered(long id, Predicate<Connection> order) {
    Connection connection = living(id);
    if (!order.test(connection)) {
      throw missing(id);
    }
    return connection;
  }

  private Connection living(long id) {
    return server.connections().byId(id).orElseThrow(() -> missing(id));
  }

  private static ProblemException missing(long id) {
    return new ProblemException(
        Status.NOT_FOUND, "There is no connection " + id + ", or it has ended.", null);
  }

  private String user() {
    return Roles.user(security);
  }
}
