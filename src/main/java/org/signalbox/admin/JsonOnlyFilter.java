// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a POST that does not say it is JSON, also when it says nothing at all.
 *
 * <p>A page of another site can make a browser send such a POST with the login it remembers; one
 * that says {@code application/json} the browser asks us about first, and we do not agree.
 */
@Provider
public class JsonOnlyFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (!passes(request.getMethod(), request.getMediaType())) {
      Status status = Status.UNSUPPORTED_MEDIA_TYPE;
      request.abortWith(
          ProblemException.response(
              status.getStatusCode(),
              status.getReasonPhrase(),
              HttpErrorMapper.detail(status.getStatusCode(), status.getReasonPhrase()),
              null));
    }
  }

  static boolean passes(String method, @Nullable MediaType type) {
    return !method.equals("POST")
        || (type != null
            && type.getType().equalsIgnoreCase("application")
            && type.getSubtype().equalsIgnoreCase("json"));
  }
}
