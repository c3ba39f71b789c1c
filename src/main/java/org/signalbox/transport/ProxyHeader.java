// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says before the first byte of its client (HAProxy's PROXY protocol, versions 1 and
 * 2).
 */
sealed interface ProxyHeader {

  /** The beginning of one; more bytes are needed. */
  record Incomplete() implements ProxyHeader {}

  /** Nothing of that kind: the client speaks for itself. */
  record Absent() implements ProxyHeader {}

  /**
   * One that makes no sense; the connection cannot be trusted with anything.
   *
   * @param why a few words for the log
   */
  record Malformed(String why) implements ProxyHeader {}

  /**
   * All of it.
   *
   * @param client where the proxy's client sits; null where the proxy speaks for itself or does not
   *     know
   * @param length bytes that belong to it
   */
  record Complete(@Nullable InetSocketAddress client, int length) implements ProxyHeader {}

  /** The longest header that is waited for; version 2 may carry further things that we skip. */
  int MOST = 4096;

  /** Reads the first bytes of a connection. */
  static ProxyHeader of(byte[] bytes) {
    if (Version1.begins(bytes)) {
      return Version1.of(bytes);
    }
    return Version2.begins(bytes) ? Version2.of(bytes) : new Absent();
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    int length = Math.min(bytes.length, with.length);
    return Arrays.equals(bytes, 0, length, with, 0, length);
  }

  /** One line of text: {@code PROXY TCP4 192.0.2.1 198.51.100.1 56324 5060}. */
  final class Version1 {
    private static final byte[] START = "PROXY ".getBytes(US_ASCII);
    private static final int LONGEST = 107;

    private Version1() {}

    static boolean begins(byte[] bytes) {
      return ProxyHeader.begins(bytes, START);
    }

    static ProxyHeader of(byte[] bytes) {
      int end = 0;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end == bytes.length) {
        return end < LONGEST ? new Incomplete() : new Malformed("its line does not end");
      }
      if (end >= LONGEST || bytes[end - 1] != '\r') {
        return new Malformed("its line ends wrongly");
      }
      String[] words = new String(bytes, 0, end - 1, US_ASCII).split(" ", -1);
      if (words[1].equals("UNKNOWN")) {
        return new Complete(null, end + 1);
      }
      boolean ipv6 = words[1].equals("TCP6");
      if (words.length != 6 || !(ipv6 || words[1].equals("TCP4"))) {
        return new Malformed("its line says nothing of TCP4, TCP6 or UNKNOWN");
      }
      InetAddress client = address(words[2], ipv6);
      int port = port(words[4]);
      if (client == null || address(words[3], ipv6) == null || port < 0 || port(words[5]) < 0) {
        return new Malformed("its line has a wrong address");
      }
      return new Complete(new InetSocketAddress(client, port), end + 1);
    }

    private static @Nullable InetAddress address(String text, boolean ipv6) {
      boolean valid = ipv6 ? NetUtil.isValidIpV6Address(text) : NetUtil.isValidIpV4Address(text);
      byte[] bytes = valid ? NetUtil.createByteArrayFromIpAddressString(text) : null;
      return bytes == null ? null : ProxyHeader.address(bytes);
    }

    /** -1 for none. */
    private static int port(String text) {
      boolean digits = !text.isEmpty() && text.length() <= 5;
      for (int i = 0; digits && i < text.length(); i++) {
        digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      }
      int port = digits ? Integer.parseInt(text) : -1;
      return port > 65_535 ? -1 : port;
    }
  }

  /** Binary: a signature, version and command, family, length, addresses, further things. */
  final class Version2 {
    private static final byte[] START = {
      '\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'
    };
    private static final int FIXED = 16;
    private static final int LOCAL = 0x20;
    private static final int PROXY = 0x21;
    private static final int TCP4 = 0x11;
    private static final int TCP6 = 0x21;

    private Version2() {}

    static boolean begins(byte[] bytes) {
      return ProxyHeader.begins(bytes, START);
    }

    static ProxyHeader of(byte[] bytes) {
      if (bytes.length < FIXED) {
        return new Incomplete();
      }
      int command = bytes[12] & 0xFF;
      int length = FIXED + unsigned(bytes, 14);
      if (command != LOCAL && command != PROXY) {
        return new Malformed("it has a version or command that is not known");
      }
      if (length > MOST) {
        return new Malformed("it is too long: " + length + " bytes");
      }
      if (bytes.length < length) {
        return new Incomplete();
      }
      int family = bytes[13] & 0xFF;
      if (command == LOCAL || (family != TCP4 && family != TCP6)) {
        return new Complete(null, length);
      }
      int size = family == TCP4 ? 4 : 16;
      if (length < FIXED + 2 * size + 4) {
        return new Malformed("it is too short for its addresses");
      }
      InetAddress client = ProxyHeader.address(Arrays.copyOfRange(bytes, FIXED, FIXED + size));
      return new Complete(new InetSocketAddress(client, unsigned(bytes, FIXED + 2 * size)), length);
    }

    private static int unsigned(byte[] bytes, int at) {
      return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError("4 or 16 bytes are an address", e);
    }
  }
}
