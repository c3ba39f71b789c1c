// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** A request that cannot be served, and the problem document (RFC 9457) that says why. */
class ProblemException extends IllegalArgumentException {
  static final String MEDIA_TYPE = "application/problem+json";

  private final Status status;
  private final @Nullable String field;

  /**
   * @param detail a sentence for whoever sent the request
   * @param field the member or parameter at fault; null when it is none in particular
   */
  ProblemException(Status status, String detail, @Nullable String field) {
    super(detail);
    this.status = status;
    this.field = field;
  }

  static ProblemException badField(String field, String detail) {
    return new ProblemException(Status.BAD_REQUEST, detail, field);
  }

  int status() {
    return status.getStatusCode();
  }

  @Nullable String field() {
    return field;
  }

  Response response() {
    return response(status.getStatusCode(), status.getReasonPhrase(), getMessage(), field);
  }

  static Response response(
      int status, String title, @Nullable String detail, @Nullable String field) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(body(status, title, detail, field))
        .build();
  }

  static String body(int status, String title, @Nullable String detail, @Nullable String field) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status);
    if (detail != null) {
      body.add("detail", detail);
    }
    if (field != null) {
      body.add("field", field);
    }
    return body.build().toString();
  }
}
