// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** A client of the page and the API of the server under test; a stranger unless {@link #as}. */
public final class HttpSide {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String base;
  private final String authorization;

  /** A stranger at the server that the build has started. */
  public HttpSide() {
    this("http://127.0.0.1:" + System.getProperty("it.http.port") + "/signalbox", "");
  }

  private HttpSide(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** A stranger at another server; the context root without a slash at its end. */
  public static HttpSide at(String base) {
    return new HttpSide(base, "");
  }

  /** The same with a login. */
  public HttpSide as(String name, String password) {
    byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new HttpSide(base, "Basic " + Base64.getEncoder().encodeToString(login));
  }

  /** Where a path of this server is. */
  public String address(String path) {
    return base + path;
  }

  /** The status of a request without a body. */
  public int status(String method, String path) {
    return send(method, path, "").statusCode();
  }

  /** Sends a request; a body is JSON. */
  public HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, "application/json", body);
  }

  /** Sends a request with a body of that type. */
  public HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest request =
        request(path)
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", type)
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + base + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** The JSON object at an address. */
  public JsonObject json(String path) {
    return json(send("GET", path, ""));
  }

  /** The JSON object of an answer. */
  public static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new AssertionError(answer.statusCode() + " with " + answer.body(), e);
    }
  }

  /** Listens to the live events. */
  public EventFeed events(String path) {
    return new EventFeed(CLIENT, request(path).header("Accept", "text/event-stream").build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  /** Makes a login on the server that the build has started, while it runs. */
  public static void addUser(String name, String password, String role) {
    addUser(Path.of(System.getProperty("it.base")), name, password, role);
  }

  /** Makes a login with the script that operators use, in the folder of a server. */
  public static void addUser(Path folder, String name, String password, String role) {
    ProcessBuilder script = new ProcessBuilder("deployment/add-user", name, role);
    script.environment().put("SIGNALBOX_BASE", folder.toString());
    script.redirectErrorStream(true);
    try {
      Process process = script.start();
      process.getOutputStream().write(password.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(said);
      }
    } catch (IOException e) {
      throw new AssertionError("deployment/add-user does not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
