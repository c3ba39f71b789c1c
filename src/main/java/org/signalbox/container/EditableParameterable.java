// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Quoted;

/** A header value with parameters, such as an Accept or an Event. One thread at a time. */
final class EditableParameterable implements Parameterable {
  /** By the name in lower case. */
  private final Map<String, Named> parameters = new LinkedHashMap<>();

  private String value;

  private record Named(String name, String value) {}

  private EditableParameterable(String value) {
    this.value = value;
  }

  static EditableParameterable read(String text) throws ServletParseException {
    List<String> parts = split(text);
    String value = parts.get(0).strip();
    if (value.isEmpty()) {
      throw new ServletParseException("'" + text + "' has no value before its parameters.");
    }
    EditableParameterable read = new EditableParameterable(value);
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).strip();
      if (name.isEmpty()) {
        throw new ServletParseException("'" + text + "' has a parameter without a name.");
      }
      read.setParameter(name, equals < 0 ? "" : Quoted.unquote(part.substring(equals + 1).strip()));
    }
    return read;
  }

  /** Takes a text apart at the semicolons that stand neither in quotes nor in angle brackets. */
  private static List<String> split(String text) throws ServletParseException {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    boolean bracketed = false;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (quoted && character == '\\') {
        at++;
      } else if (character == '"') {
        quoted = !quoted;
      } else if (!quoted && (character == '<' || character == '>')) {
        bracketed = character == '<';
      } else if (character == ';' && !quoted && !bracketed) {
        parts.add(text.substring(start, at));
        start = at + 1;
      }
    }
    if (quoted || bracketed) {
      throw new ServletParseException("'" + text + "' has an open quote or bracket.");
    }
    parts.add(text.substring(start));
    return parts;
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public void setValue(String changed) {
    value = Objects.requireNonNull(changed, "value");
  }

  @Override
  public @Nullable String getParameter(String name) {
    @Nullable Named found = parameters.get(name.toLowerCase(Locale.ROOT));
    return found == null ? null : found.value();
  }

  @Override
  public void setParameter(String name, @Nullable String changed) {
    if (changed == null) {
      removeParameter(name);
    } else {
      parameters.put(name.toLowerCase(Locale.ROOT), new Named(name, changed));
    }
  }

  @Override
  public void removeParameter(String name) {
    parameters.remove(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public Iterator<String> getParameterNames() {
    return parameters.values().stream().map(Named::name).toList().iterator();
  }

  @Override
  public Set<Map.Entry<String, String>> getParameters() {
    Map<String, String> all = new LinkedHashMap<>();
    parameters.values().forEach(each -> all.put(each.name(), each.value()));
    return all.entrySet();
  }

  @Override
  public Object clone() {
    EditableParameterable copy = new EditableParameterable(value);
    copy.parameters.putAll(parameters);
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EditableParameterable that
        && value.equalsIgnoreCase(that.value)
        && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return Objects.hash(value.toLowerCase(Locale.ROOT), comparable());
  }

  private Map<String, String> comparable() {
    Map<String, String> all = new LinkedHashMap<>();
    parameters.forEach((name, each) -> all.put(name, each.value()));
    return all;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(value);
    for (Named each : parameters.values()) {
      text.append(';').append(each.name());
      if (!each.value().isEmpty()) {
        text.append('=').append(Tokens.quotedIfNeeded(each.value()));
      }
    }
    return text.toString();
  }
}
