// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pings of one form with gaps for what differs between two pings. Immutable.
 *
 * <p>Pings are most of what an idle server does: filling the gaps copies a few hundred bytes into
 * one array of the right size, and formats nothing.
 */
final class OptionsTemplate {
  private static final int TAG = 16;
  private static final int CALL_ID = 32;
  private static final byte[] HEX = octets("0123456789abcdef");
  private static final byte[] TO = octets(" SIP/2.0\r\nTo: <");

  private final byte[] method;
  private final byte[] beforeTag;
  private final byte[] call;
  private final byte[] rest;

  /**
   * @param form what they look like
   * @param userAgent a whole header line without its end, a byte in each char; or empty for none
   */
  OptionsTemplate(PingForm form, String userAgent) {
    method = octets(form.method() + " ");
    beforeTag = octets(">\r\nFrom: <" + form.from() + ">;tag=");
    call = octets("\r\nCSeq: 10 " + form.method() + "\r\nCall-ID: ");
    rest =
        octets(
            "\r\nMax-Forwards: "
                + form.maxForwards()
                + "\r\nContent-Length: 0\r\n"
                + (userAgent.isEmpty() ? "" : userAgent + "\r\n")
                + form.headers()
                + "\r\n");
  }

  /** A request for this URI with a tag and a Call-ID of its own, without Via. */
  byte[] fill(String uri) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int fixed = method.length + TO.length + beforeTag.length + call.length + rest.length;
    byte[] bytes = new byte[fixed + 2 * uri.length() + TAG + CALL_ID];
    int at = put(bytes, 0, method);
    at = put(bytes, at, uri);
    at = put(bytes, at, TO);
    at = put(bytes, at, uri);
    at = put(bytes, at, beforeTag);
    at = put(bytes, at, random.nextLong());
    at = put(bytes, at, call);
    at = put(bytes, at, random.nextLong());
    at = put(bytes, at, random.nextLong());
    put(bytes, at, rest);
    return bytes;
  }

  private static int put(byte[] bytes, int at, byte[] part) {
    System.arraycopy(part, 0, bytes, at, part.length);
    return at + part.length;
  }

  /** Stored URIs are plain ASCII. */
  private static int put(byte[] bytes, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      bytes[at + i] = (byte) text.charAt(i);
    }
    return at + text.length();
  }

  private static int put(byte[] bytes, int at, long number) {
    for (int i = 0; i < TAG; i++) {
      bytes[at + i] = HEX[(int) (number >>> (60 - 4 * i)) & 15];
    }
    return at + TAG;
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
