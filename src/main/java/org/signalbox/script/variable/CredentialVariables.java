// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.VariableTable.TextReading;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/**
 * What a caller sends to prove who it is (variables.md §4): read, never verified here, so that the
 * accounting names are those of From.
 */
public final class CredentialVariables {
  private CredentialVariables() {}

  /** All of them. */
  public static VariableFamily family() {
    return VariableTable.builder()
        .text("au", frame -> beforeAt(parameter(frame, "username")))
        .text("aU", credential("username"))
        .text("ad", frame -> behindAt(parameter(frame, "username")))
        .text("ar", credential("realm"))
        .text("adu", credential("uri"))
        .text("aa", credential("algorithm"))
        .text("adn", credential("nonce"))
        .text("adc", credential("cnonce"))
        .text("adr", credential("response"))
        .text("ado", credential("opaque"))
        .text("Au", frame -> account(fromUri(frame)))
        .text("AU", frame -> user(fromUri(frame)))
        .build();
  }

  private static TextReading credential(String name) {
    return frame -> parameter(frame, name);
  }

  /** A parameter without its quotes; empty when it is missing, null without credentials. */
  private static @Nullable String parameter(Frame frame, String name) {
    SipMessage message = frame.message();
    Header header = message.header(HeaderType.PROXY_AUTHORIZATION);
    if (header == null) {
      header = message.header(HeaderType.AUTHORIZATION);
    }
    return header == null ? null : parameter(WireText.of(header.octets()), name);
  }

  /** Finds {@code name=value} or {@code name="value"} behind the scheme. */
  static String parameter(String credentials, String name) {
    int at = behindBlanks(credentials, credentials.indexOf(' ') + 1);
    while (at < credentials.length()) {
      int equals = credentials.indexOf('=', at);
      if (equals < 0) {
        return "";
      }
      int start = behindBlanks(credentials, equals + 1);
      int end = valueEnd(credentials, start);
      if (credentials.substring(at, equals).strip().equalsIgnoreCase(name)) {
        return unquoted(credentials.substring(start, end).strip());
      }
      int comma = credentials.indexOf(',', end);
      at = comma < 0 ? credentials.length() : behindBlanks(credentials, comma + 1);
    }
    return "";
  }

  private static int behindBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int valueEnd(String text, int start) {
    if (!text.startsWith("\"", start)) {
      int comma = text.indexOf(',', start);
      return comma < 0 ? text.length() : comma;
    }
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private static @Nullable String beforeAt(@Nullable String name) {
    int at = name == null ? -1 : name.indexOf('@');
    return name == null || at < 0 ? name : name.substring(0, at);
  }

  private static @Nullable String behindAt(@Nullable String name) {
    int at = name == null ? -1 : name.indexOf('@');
    return name == null ? null : at < 0 ? "" : name.substring(at + 1);
  }

  private static @Nullable UriText fromUri(Frame frame) {
    return MessageUris.address(frame, HeaderType.FROM).parts();
  }

  private static @Nullable String user(@Nullable UriText from) {
    return from == null || from.user().isEmpty() ? null : from.user();
  }

  private static @Nullable String account(@Nullable UriText from) {
    if (from == null) {
      return null;
    }
    String user = from.user();
    return user.isEmpty() ? from.host() : user + "@" + from.host();
  }
}
