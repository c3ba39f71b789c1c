// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A client of the event stream: remembers every event until the server or the test ends it. */
public final class EventFeed implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Inbox<Event> inbox = new Inbox<>();
  private final HttpResponse<Stream<String>> response;
  private final CompletableFuture<Void> end;

  // Touched by the one thread that reads.
  private String name = "";

  EventFeed(HttpClient client, HttpRequest request) {
    try {
      response = client.send(request, BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    end = CompletableFuture.runAsync(this::read);
  }

  /**
   * One event.
   *
   * @param name its kind
   * @param data what it says
   */
  public record Event(String name, JsonObject data) {}

  /** What the server answered. */
  public int status() {
    return response.statusCode();
  }

  /** Takes the oldest event of that kind which nobody took yet; waits for it. */
  public JsonObject take(String name) {
    return take(name, data -> true);
  }

  /** Takes the oldest event of that kind and content; waits for it. */
  public JsonObject take(String name, Predicate<JsonObject> wanted) {
    return inbox.take(event -> event.name().equals(name) && wanted.test(event.data())).data();
  }

  /** Waits until the server ends the stream. */
  public void ended() {
    try {
      end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the stream is still open", e);
    } catch (ExecutionException e) {
      throw new AssertionError("the stream broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void read() {
    try (Stream<String> lines = response.body()) {
      lines.forEach(this::line);
    } catch (UncheckedIOException cut) {
      // the server went away without a last chunk: that is an end, too
    }
  }

  private void line(String line) {
    if (line.startsWith("event:")) {
      name = line.substring(6).strip();
    } else if (line.startsWith("data:")) {
      try (JsonReader reader = Json.createReader(new StringReader(line.substring(5)))) {
        inbox.add(new Event(name, reader.readObject()));
      }
    }
  }

  @Override
  public void close() {
    response.body().close();
  }
}
