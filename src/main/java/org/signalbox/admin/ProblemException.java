// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;

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

  /** A module that the configuration file does not load. */
  static ProblemException notLoaded(String module) {
    return new ProblemException(
        Status.NOT_FOUND,
        "The module %s is not loaded; the configuration file needs loadmodule \"%s.so\"."
            .formatted(module, module),
        null);
  }

  /** A configuration file that cannot be used: the document lists every mistake with its place. */
  static ProblemException mistakes(List<Problem> mistakes) {
    String detail = "The configuration file has mistakes; the routes that run stay as they are.";
    return new ProblemException(Status.CONFLICT, detail, null) {
      @Override
      JsonObjectBuilder document() {
        return super.document().add("mistakes", ConfigurationJson.of(mistakes));
      }
    };
  }

  int status() {
    return status.getStatusCode();
  }

  @Nullable String field() {
    return field;
  }

  Response response() {
    return response(status.getStatusCode(), document());
  }

  JsonObjectBuilder document() {
    return document(status.getStatusCode(), status.getReasonPhrase(), getMessage(), field);
  }

  static Response response(
      int status, String title, @Nullable String detail, @Nullable String field) {
    return response(status, document(status, title, detail, field));
  }

  private static Response response(int status, JsonObjectBuilder document) {
    return Response.status(status).type(MEDIA_TYPE).entity(document.build().toString()).build();
  }

  static String body(int status, String title, @Nullable String detail, @Nullable String field) {
    return document(status, title, detail, field).build().toString();
  }

  private static JsonObjectBuilder document(
      int status, String title, @Nullable String detail, @Nullable String field) {
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
    return body;
  }
}
