// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.UriText;

/** Parameters of the request URI as it stands; names in the case they are written in. */
final class UriParameters {
  private static final int YES = 1;
  private static final int NO = -1;

  private UriParameters() {}

  /** There without a value. */
  static int isBare(Frame frame, String name) {
    String value = value(frame, name);
    return value != null && value.isEmpty() ? YES : NO;
  }

  static int is(Frame frame, String name, String wanted) {
    return wanted.equals(value(frame, name)) ? YES : NO;
  }

  static int isThere(Frame frame, String name) {
    return value(frame, name) != null ? YES : NO;
  }

  private static @Nullable String value(Frame frame, String name) {
    UriText uri = uri(frame);
    return uri == null ? null : UriQuestions.parameter(uri, name);
  }

  private static @Nullable UriText uri(Frame frame) {
    UriText uri = UriText.parse(RequestTarget.ruri(frame));
    if (uri == null) {
      frame.error("ruri parsing failed");
    }
    return uri;
  }

  static FunctionCall read(Arguments arguments) {
    Arguments.TextArgument name = arguments.text(0);
    Variable.Writable target = arguments.writable(1);
    return frame -> {
      String wanted = name.value(frame);
      String found = wanted == null ? null : value(frame, wanted);
      return found != null && target.assign(frame, found) ? YES : NO;
    };
  }

  /** Also 1 when it is not there. */
  static int remove(Frame frame, String name) {
    UriText uri = uri(frame);
    if (uri == null) {
      return NO;
    }
    if (UriQuestions.parameter(uri, name) != null) {
      RequestTarget.of(frame).ruri(without(uri.toString(), uri, name));
    }
    return YES;
  }

  /** A URI without a parameter. */
  static String without(String text, UriText uri, String name) {
    StringBuilder kept = new StringBuilder();
    for (String parameter : uri.params().split(";", -1)) {
      if (!parameter.equals(name) && !parameter.startsWith(name + "=")) {
        kept.append(';').append(parameter);
      }
    }
    int start = text.indexOf(";" + uri.params());
    return text.substring(0, start) + kept + text.substring(start + 1 + uri.params().length());
  }

  /** Behind the last parameter, before the headers; an empty text changes nothing. */
  static int add(Frame frame, String parameter) {
    UriText uri = uri(frame);
    if (uri == null) {
      return NO;
    }
    if (!parameter.isEmpty()) {
      String text = uri.toString();
      int question = uri.headers().isEmpty() ? text.length() : text.indexOf('?');
      String head = text.substring(0, question);
      RequestTarget.of(frame).ruri(head + ";" + parameter + text.substring(question));
    }
    return YES;
  }
}
