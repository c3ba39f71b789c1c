// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Octets;

/** The hashes of digest authentication (RFC 8760 §2.1). */
enum DigestAlgorithm {
  MD5("MD5", "MD5"),
  SHA_256("SHA-256", "SHA-256"),
  SHA_512_256("SHA-512-256", "SHA-512/256");

  private final String wireName;
  private final String standardName;

  DigestAlgorithm(String wireName, String standardName) {
    this.wireName = wireName;
    this.standardName = standardName;
  }

  String wireName() {
    return wireName;
  }

  /** By its name on the wire; null for any other. */
  static @Nullable DigestAlgorithm named(String name) {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.wireName.equalsIgnoreCase(name)) {
        return algorithm;
      }
    }
    return null;
  }

  /** Names with commas between them, the preferred one first; null when one is not known. */
  static @Nullable List<DigestAlgorithm> list(String names) {
    List<DigestAlgorithm> list = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      DigestAlgorithm algorithm = named(name.strip());
      if (algorithm == null) {
        return null;
      }
      list.add(algorithm);
    }
    return list;
  }

  /** Of a text whose chars are bytes, as small hexadecimal digits. */
  String hash(String text) {
    return hex(digest().digest(text.getBytes(ISO_8859_1)));
  }

  String hash(Octets octets) {
    MessageDigest digest = digest();
    digest.update(octets.array(), octets.offset(), octets.length());
    return hex(digest.digest());
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(standardName);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has " + standardName, e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
