// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS itself refuses (no such path, method, media type or role), in the same shape. */
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException refused) {
    Response given = refused.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    Response.StatusType status = given.getStatusInfo();
    Response problem =
        ProblemException.response(
            status.getStatusCode(),
            status.getReasonPhrase(),
            detail(status.getStatusCode(), status.getReasonPhrase()),
            null);
    // Allow, Retry-After and their like say more than any sentence.
    Response.ResponseBuilder answer = Response.fromResponse(problem);
    given
        .getStringHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Content-Type")
                  && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> answer.header(name, value));
              }
            });
    return answer.build();
  }

  /** A sentence for whoever sent the request. */
  static String detail(int status, String title) {
    return switch (status) {
      case 401 -> "Log in: deployment/add-user makes a login.";
      case 403 -> "Your login does not have the role signalbox-admin that this needs.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not know that method.";
      case 406 -> "This address cannot answer with a media type that you accept.";
      case 415 -> "Send the body as application/json.";
      default -> title + ".";
    };
  }
}
