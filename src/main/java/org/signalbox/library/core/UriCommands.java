// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.transformation.UriText;

/**
 * The commands that change the request URI as it stands; what they do not name stays (script.md
 * §8). Each answers 1, or -1 where there is no URI to change.
 */
final class UriCommands {
  private static final String PHONE = ";user=phone";

  private UriCommands() {}

  /** Makes another URI of one; null when that cannot be. */
  private interface Change {
    @Nullable String of(UriText uri, Frame frame);
  }

  private static FunctionCall changing(Change change) {
    return frame -> {
      UriText uri = UriText.parse(RequestTarget.ruri(frame));
      String changed = uri == null ? null : change.of(uri, frame);
      if (changed == null) {
        return -1;
      }
      RequestTarget.of(frame).ruri(changed);
      return 1;
    };
  }

  static FunctionCall prefix(Arguments arguments) {
    String text = arguments.constant(0);
    return changing((uri, frame) -> uri.withUser(text + uri.user()));
  }

  static FunctionCall strip(Arguments arguments) {
    int count = Integer.parseInt(arguments.constant(0));
    return changing(
        (uri, frame) -> tooLong(uri, count, frame) ? uri.withUser(null) : cut(uri, count, 0));
  }

  static FunctionCall stripTail(Arguments arguments) {
    int count = Integer.parseInt(arguments.constant(0));
    return changing(
        (uri, frame) -> tooLong(uri, count, frame) ? uri.withUser(null) : cut(uri, 0, count));
  }

  private static boolean tooLong(UriText uri, int count, Frame frame) {
    boolean longer = count > uri.user().length();
    if (longer) {
      frame.warning(
          "too long strip asked; deleting username: " + count + " of <" + uri.user() + ">");
    }
    return longer;
  }

  private static String cut(UriText uri, int head, int tail) {
    String user = uri.user();
    return uri.withUser(user.substring(head, user.length() - tail));
  }

  static FunctionCall host(Arguments arguments) {
    String host = arguments.constant(0);
    return changing(
        (uri, frame) ->
            isTelephone(uri) ? "sip:" + number(uri) + "@" + host + PHONE : uri.withHost(host));
  }

  static FunctionCall hostAndPort(Arguments arguments) {
    String host = arguments.constant(0);
    return changing((uri, frame) -> replacedHost(uri.withPort(null), host));
  }

  static FunctionCall hostPortTransport(Arguments arguments) {
    String host = arguments.constant(0);
    return changing((uri, frame) -> replacedHost(withoutTransport(uri.withPort(null)), host));
  }

  private static @Nullable String replacedHost(String uri, String host) {
    UriText parts = UriText.parse(uri);
    return parts == null ? null : parts.withHost(host);
  }

  private static String withoutTransport(String uri) {
    return uri.replaceFirst("(?i);transport=[^;?]*", "");
  }

  static FunctionCall port(Arguments arguments) {
    String port = arguments.constant(0);
    return changing(
        (uri, frame) -> {
          if (isTelephone(uri)) {
            frame.error("port number of a tel: URI cannot be set");
            return null;
          }
          return uri.withPort(port);
        });
  }

  static FunctionCall user(Arguments arguments) {
    String user = arguments.constant(0);
    return changing((uri, frame) -> uri.withUser(user));
  }

  static FunctionCall userAndPassword(Arguments arguments) {
    String written = arguments.constant(0);
    return changing(
        (uri, frame) -> {
          UriText bare = UriText.parse(uri.withUser(null));
          return bare == null ? null : bare.withUser(written);
        });
  }

  static FunctionCall uri(Arguments arguments) {
    String uri = arguments.constant(0);
    return frame -> {
      RequestTarget.of(frame).ruri(uri);
      return 1;
    };
  }

  static int userPhone(Frame frame) {
    UriText uri = UriText.parse(RequestTarget.ruri(frame));
    if (uri == null) {
      return -1;
    }
    if (!uri.param("user").equals("phone")) {
      String text = uri.toString();
      int headers = text.indexOf('?');
      String changed =
          headers < 0 ? text + PHONE : text.substring(0, headers) + PHONE + text.substring(headers);
      RequestTarget.of(frame).ruri(changed);
    }
    return 1;
  }

  /** A telephone number with its own parameters. */
  private static String number(UriText uri) {
    String text = uri.toString();
    return text.substring(text.indexOf(':') + 1);
  }

  private static boolean isTelephone(UriText uri) {
    return uri.scheme().regionMatches(true, 0, "tel", 0, 3);
  }
}
