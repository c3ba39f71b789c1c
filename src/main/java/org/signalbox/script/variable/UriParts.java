// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.TransportProtocol;

/** The parts of a URI as scripts see them, with Kamailio's defaults (variables.md §2). */
public final class UriParts {
  private UriParts() {}

  /** Where a URI comes from. */
  @FunctionalInterface
  public interface Source {
    /** Its parts; null without a URI, and for a text that is none. */
    @Nullable UriText uri(Frame frame);
  }

  /** Reads one part; null where it is missing. */
  @FunctionalInterface
  private interface Part {
    @Nullable String of(UriText uri);
  }

  private static Variable part(Source source, Part part) {
    return (frame, into) -> {
      UriText uri = source.uri(frame);
      into.set(uri == null ? null : part.of(uri));
    };
  }

  /** The user with its parameters, without the password; the number of a tel URI. */
  public static Variable user(Source source) {
    return part(source, uri -> present(uri.user()));
  }

  /** The length of the user, 0 without one. */
  public static Variable userLength(Source source) {
    return (frame, into) -> {
      UriText uri = source.uri(frame);
      into.set(uri == null ? 0 : uri.user().length());
    };
  }

  /** The host, IPv6 in brackets; null for a tel URI. */
  public static Variable host(Source source) {
    return part(source, uri -> present(uri.host()));
  }

  /** The port as written with its number, or the default one. */
  public static Variable port(Source source) {
    return (frame, into) -> {
      UriText uri = source.uri(frame);
      if (uri == null) {
        into.clear();
      } else if (uri.hasPort()) {
        into.set(uri.port(), uri.portNumber());
      } else {
        boolean tls = uri.param("transport").equalsIgnoreCase("tls");
        into.set(tls ? "5061" : "5060", tls ? 5061 : 5060);
      }
    };
  }

  /** The transport as written with Kamailio's number for it; UDP without one. */
  public static Variable transport(Source source) {
    return (frame, into) -> {
      UriText uri = source.uri(frame);
      if (uri == null) {
        into.clear();
        return;
      }
      String written = uri.param("transport");
      TransportProtocol known = TransportProtocol.of(written);
      if (written.isEmpty()) {
        into.set("UDP", 1);
      } else {
        into.set(written, known == null ? 0 : known.number());
      }
    };
  }

  /** The scheme in lower case with Kamailio's number for it; a SIP URI of a phone is a tel. */
  public static Variable scheme(Source source) {
    return (frame, into) -> {
      UriText uri = source.uri(frame);
      if (uri == null) {
        into.clear();
        return;
      }
      String scheme = uri.scheme().toLowerCase(Locale.ROOT);
      boolean phone = scheme.equals("sip") && uri.param("user").equals("phone");
      scheme(phone ? "tel" : scheme, into);
    };
  }

  private static void scheme(String scheme, Cell into) {
    int number =
        switch (scheme) {
          case "sip" -> 1;
          case "sips" -> 2;
          case "tel" -> 3;
          case "tels" -> 4;
          default -> 5;
        };
    into.set(scheme, number);
  }

  private static @Nullable String present(String part) {
    return part.isEmpty() ? null : part;
  }
}
