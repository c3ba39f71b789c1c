// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.UriText;

/** Questions about the characters of a text: 1 for yes, less than 0 for no. */
final class Digits {
  private static final int YES = 1;
  private static final int NO = -1;
  private static final int NO_DIGITS = -2;
  private static final int OTHER_CHARACTER = -3;
  private static final int MOST_E164 = 15;

  private Digits() {}

  static int isNumeric(Frame frame, String text) {
    return isNumber(text, 0) ? YES : NO_DIGITS;
  }

  /** Digits with or without a plus sign. */
  static int isTelephone(Frame frame, String text) {
    return isNumber(text, text.startsWith("+") ? 1 : 0) ? YES : NO_DIGITS;
  }

  static int isAlphanumeric(Frame frame, String text) {
    return isAlphanumericOr(frame, text, "");
  }

  static int isAlphanumericOr(Frame frame, String text, String others) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !isDigit(c) && others.indexOf(c) < 0) {
        return OTHER_CHARACTER;
      }
    }
    return text.isEmpty() ? NO_DIGITS : YES;
  }

  static FunctionCall isE164(Arguments arguments) {
    return about(arguments.variable(0), text -> isE164(text) ? YES : NO);
  }

  static FunctionCall isUserE164(Arguments arguments) {
    return about(arguments.variable(0), text -> isUserE164(text) ? YES : NO);
  }

  static boolean isUserE164(String text) {
    UriText uri = UriText.parse(text);
    return uri != null && uri.scheme().regionMatches(true, 0, "sip", 0, 3) && isE164(uri.user());
  }

  /** A plus sign and 2 to 15 digits. */
  private static boolean isE164(String text) {
    return text.length() > 2
        && text.length() <= MOST_E164 + 1
        && text.charAt(0) == '+'
        && isNumber(text, 1);
  }

  private interface Question {
    int about(String text);
  }

  private static FunctionCall about(Variable variable, Question question) {
    return frame -> {
      Cell value = frame.scratch();
      variable.read(frame, value);
      if (value.kind() != Cell.Kind.TEXT) {
        frame.error("pseudo variable value is not string");
        return NO;
      }
      return question.about(value.text());
    };
  }

  private static boolean isNumber(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return from < text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
