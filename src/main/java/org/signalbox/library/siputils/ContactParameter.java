// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.NameAddress;

/** Hides a Contact in a parameter of an address of ours, in base64url, and finds it again. */
final class ContactParameter {
  private ContactParameter() {}

  static int encode(Frame frame, String name, String address) {
    return Contacts.change(frame, (at, uri) -> address + ";" + name + "=" + letters(uri));
  }

  private static String letters(String uri) {
    byte[] bytes = uri.getBytes(StandardCharsets.ISO_8859_1);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A Contact without the parameter stays as it is. */
  static int decode(Frame frame, String name) {
    return Contacts.change(frame, (at, uri) -> decoded(at, uri, name));
  }

  static int decodeTarget(Frame frame, String name) {
    String uri = RequestTarget.ruri(frame);
    String decoded = decoded(frame, uri, name);
    if (decoded == null) {
      return -1;
    }
    if (!decoded.equals(uri)) {
      RequestTarget.of(frame).ruri(decoded);
    }
    return 1;
  }

  private static @Nullable String decoded(Frame frame, String text, String name) {
    UriText uri = UriText.parse(text);
    String letters = uri == null ? null : UriQuestions.parameter(uri, name);
    if (letters == null) {
      return text;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(letters);
      if (bytes.length > 0) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
      }
    } catch (IllegalArgumentException e) {
      // told below, as an empty value is
    }
    frame.error("failed to decode uri [" + text + "]");
    return null;
  }

  static int remove(Frame frame, String name) {
    return Contacts.change(frame, (at, uri) -> without(uri, name));
  }

  private static String without(String text, String name) {
    UriText uri = UriText.parse(text);
    return uri == null || UriQuestions.parameter(uri, name) == null
        ? text
        : UriParameters.without(text, uri, name);
  }

  /** Whether a Contact has it. */
  static int isThere(Frame frame, String name) {
    for (NameAddress contact : frame.message().addresses(HeaderType.CONTACT)) {
      UriText uri = UriText.parse(WireText.of(contact.uriOctets()));
      if (uri != null && UriQuestions.parameter(uri, name) != null) {
        return 1;
      }
    }
    return -1;
  }
}
