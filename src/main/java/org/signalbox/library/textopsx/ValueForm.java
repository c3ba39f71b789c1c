// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import java.util.ArrayList;
import java.util.List;

/** How the text of a header falls into values, and a value into parameters. */
enum ValueForm {
  /** Values between commas, parameters behind semicolons: Supported, Contact... */
  LIST,
  /** One value whose parameters stand between commas: Authorization... */
  CREDENTIALS;

  /** The values with the blanks around them; joined by commas they are the text again. */
  List<String> values(String text) {
    return this == LIST ? split(text, ',') : new ArrayList<>(List.of(text));
  }

  /** The value with a parameter set; an empty text leaves the name alone. */
  String withParameter(String value, String name, String text) {
    Taken taken = take(value);
    String written = text.isEmpty() ? name : name + "=" + text;
    int at = taken.find(name);
    if (at < 0) {
      taken.parameters().add(written);
    } else {
      taken.parameters().set(at, exchanged(taken.parameters().get(at), written));
    }
    return taken.joined();
  }

  /** The value without a parameter; itself when it has none of the name. */
  String withoutParameter(String value, String name) {
    Taken taken = take(value);
    int at = taken.find(name);
    if (at < 0) {
      return value;
    }
    taken.parameters().remove(at);
    return taken.joined();
  }

  /** Another text between the blanks that stand around one. */
  static String exchanged(String old, String text) {
    int lead = old.length() - old.stripLeading().length();
    return old.isBlank()
        ? text
        : old.substring(0, lead) + text + old.substring(old.stripTrailing().length());
  }

  /** A value taken apart: what stands before its parameters, and these. */
  private record Taken(String head, List<String> parameters, char separator) {

    int find(String name) {
      for (int i = 0; i < parameters.size(); i++) {
        String parameter = parameters.get(i);
        int equals = parameter.indexOf('=');
        String found = equals < 0 ? parameter : parameter.substring(0, equals);
        if (found.strip().equalsIgnoreCase(name)) {
          return i;
        }
      }
      return -1;
    }

    String joined() {
      String rest = String.join(String.valueOf(separator), parameters);
      return separator == ';' && !parameters.isEmpty()
          ? head.stripTrailing() + ";" + rest
          : head + (separator == ',' ? rest.stripLeading() : rest);
    }
  }

  private Taken take(String value) {
    if (this == LIST) {
      List<String> parts = split(value, ';');
      return new Taken(parts.remove(0), parts, ';');
    }
    String text = value.stripLeading();
    int scheme = text.indexOf(' ') + 1;
    String rest = text.substring(scheme);
    List<String> parameters = rest.isBlank() ? new ArrayList<>() : split(rest, ',');
    return new Taken(text.substring(0, scheme), parameters, ',');
  }

  /** Splits outside quotes and angle brackets. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    boolean bracketed = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        quoted = c != '"';
        at += c == '\\' ? 1 : 0;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '<' || c == '>') {
        bracketed = c == '<';
      } else if (c == separator && !bracketed) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
