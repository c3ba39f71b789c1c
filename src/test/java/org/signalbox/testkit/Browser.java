// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium, driven through its chromedriver (W3C WebDriver). */
public final class Browser implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Program driver;
  private final String base;
  private final String session;

  /** Starts one; its output goes to a folder. */
  public Browser(Path folder) {
    driver = Program.start(folder, List.of("chromedriver", "--port=0"));
    try {
      Patience.until("chromedriver listens", () -> port() > 0, driver::printed);
      base = "http://127.0.0.1:" + port();
      session =
          "/session/"
              + call("POST", "/session", capabilities()).asJsonObject().getString("sessionId");
    } catch (AssertionError e) {
      driver.close();
      throw e;
    }
  }

  private int port() {
    Matcher port = PORT.matcher(driver.printed());
    return port.find() ? Integer.parseInt(port.group(1)) : 0;
  }

  private static JsonObject capabilities() {
    JsonArrayBuilder arguments = Json.createArrayBuilder();
    List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
        .forEach(arguments::add);
    JsonObject always =
        Json.createObjectBuilder()
            .add("goog:chromeOptions", Json.createObjectBuilder().add("args", arguments))
            .add("goog:loggingPrefs", Json.createObjectBuilder().add("browser", "ALL"))
            .build();
    return Json.createObjectBuilder()
        .add("capabilities", Json.createObjectBuilder().add("alwaysMatch", always))
        .build();
  }

  /** Opens a page. */
  public void open(String url) {
    call("POST", session + "/url", Json.createObjectBuilder().add("url", url).build());
  }

  /** Runs a script in the page; answers what it returns. */
  public JsonValue run(String script) {
    return call(
        "POST",
        session + "/execute/sync",
        Json.createObjectBuilder()
            .add("script", script)
            .add("args", JsonValue.EMPTY_JSON_ARRAY)
            .build());
  }

  /** Whether a JavaScript expression holds in the page. */
  public boolean holds(String expression) {
    return run("return Boolean(" + expression + ")") == JsonValue.TRUE;
  }

  /** Waits until a JavaScript expression holds in the page. */
  public void until(String expression) {
    Patience.until(
        expression, () -> holds(expression), () -> run("return document.body.innerText"));
  }

  /** Types into what a CSS selector finds, as a keyboard would. */
  public void type(String selector, String text) {
    JsonObject typed = Json.createObjectBuilder().add("text", text).build();
    call("POST", element(selector) + "/value", typed);
  }

  /** Clicks what a CSS selector finds. */
  public void click(String selector) {
    call("POST", element(selector) + "/click", NOTHING);
  }

  /** Says yes to the question that the page asks. */
  public void accept() {
    call("POST", session + "/alert/accept", NOTHING);
  }

  /** What the console has said since the last time. */
  public List<String> console() {
    JsonObject kind = Json.createObjectBuilder().add("type", "browser").build();
    return call("POST", session + "/se/log", kind)
        .asJsonArray()
        .getValuesAs(JsonObject.class)
        .stream()
        .map(entry -> entry.getString("level") + " " + entry.getString("message"))
        .toList();
  }

  private String element(String selector) {
    JsonObject search =
        Json.createObjectBuilder().add("using", "css selector").add("value", selector).build();
    JsonObject found = call("POST", session + "/element", search).asJsonObject();
    return session + "/element/" + found.getString(ELEMENT);
  }

  private JsonValue call(String method, String path, JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.ofString(body.toString()))
            .header("Content-Type", "application/json")
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " " + body + ": " + answer.body());
      }
      try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject().get("value");
      }
    } catch (IOException e) {
      throw new AssertionError("chromedriver does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    try {
      call("DELETE", session, NOTHING);
    } finally {
      driver.close();
    }
  }
}
