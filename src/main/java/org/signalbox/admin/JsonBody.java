// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request: one JSON object with known members. */
final class JsonBody {
  private JsonBody() {}

  /**
   * @throws ProblemException with status 400 for anything else
   */
  static JsonObject object(InputStream body, List<String> members) {
    JsonObject json = object(body);
    for (String member : json.keySet()) {
      if (!members.contains(member)) {
        throw ProblemException.badField(
            shortened(member),
            "This member is not known; known are " + String.join(", ", members) + ".");
      }
    }
    return json;
  }

  /**
   * @throws ProblemException with status 400, unless the member is a whole number in that range
   */
  static long whole(JsonObject json, String member, long least, long most) {
    JsonValue value = json.get(member);
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.bigIntegerValueExact().bitLength() < Long.SIZE
        && number.longValueExact() >= least
        && number.longValueExact() <= most) {
      return number.longValueExact();
    }
    throw ProblemException.badField(
        member,
        value == null
            ? "It is missing."
            : "It must be a whole number from %d to %d.".formatted(least, most));
  }

  /** A text that is not empty. */
  static String text(JsonObject json, String member) {
    JsonValue value = json.get(member);
    if (value instanceof JsonString text && !text.getString().isBlank()) {
      return text.getString().strip();
    }
    throw ProblemException.badField(
        member, value == null ? "It is missing." : "It must be a string that is not empty.");
  }

  /** A text that is not empty; null where there is none. */
  static @Nullable String optionalText(JsonObject json, String member) {
    boolean none = json.getOrDefault(member, JsonValue.NULL) == JsonValue.NULL;
    return none ? null : text(json, member);
  }

  private static JsonObject object(InputStream body) {
    try (JsonReader reader = Json.createReader(body)) {
      if (reader.readValue() instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParsingException bad) {
      throw new ProblemException(
          Status.BAD_REQUEST,
          "The body is not JSON: line %d is wrong.".formatted(bad.getLocation().getLineNumber()),
          null);
    } catch (JsonException bad) {
      throw new ProblemException(Status.BAD_REQUEST, "The body cannot be read as JSON.", null);
    }
    throw new ProblemException(Status.BAD_REQUEST, "The body must be one JSON object.", null);
  }

  static String shortened(String untrusted) {
    return untrusted.length() <= 64 ? untrusted : untrusted.substring(0, 64) + "...";
  }
}
