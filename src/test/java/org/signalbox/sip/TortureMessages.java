// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The messages of RFC 4475 by name, read from {@code rfc4475.txt}, which says its own format. */
final class TortureMessages {

  static final Map<String, byte[]> ALL = read();

  private TortureMessages() {}

  static byte[] bytes(String name) {
    byte[] bytes = ALL.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("no message " + name);
    }
    return bytes;
  }

  private static Map<String, byte[]> read() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    OutputBuffer message = new OutputBuffer();
    String name = null;
    for (String line : text().split("\n", -1)) {
      if (line.startsWith("=== ")) {
        if (name != null) {
          all.put(name, message.toBytes());
        }
        name = line.substring(4);
        message.clear();
      } else if (name != null) {
        append(message, line);
      }
    }
    all.put(name, message.toBytes());
    return all;
  }

  private static void append(OutputBuffer message, String line) {
    boolean joined = line.endsWith("\\");
    int end = joined ? line.length() - 1 : line.length();
    for (int i = 0; i < end; i++) {
      if (line.startsWith("\\x", i)) {
        message.append((char) Integer.parseInt(line.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        message.append(line.charAt(i));
      }
    }
    if (!joined) {
      message.crlf();
    }
  }

  private static String text() {
    try (InputStream in = TortureMessages.class.getResourceAsStream("rfc4475.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
