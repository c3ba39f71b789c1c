// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.signalbox.script.CoreHash;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Digests and hashes of a text: md5, sha1, sha256..., sha3, keccak, crc32, corehash. */
final class Digests {
  private static final int USUAL_BITS = 256;

  private Digests() {}

  static void addTo(NamedTransformations s) {
    s.plain("md5", digest("MD5"));
    s.plain("sha1", digest("SHA-1"));
    s.plain("sha256", digest("SHA-256"));
    s.plain("sha384", digest("SHA-384"));
    s.plain("sha512", digest("SHA-512"));
    s.with("sha3", specifier -> sponge(specifier, Keccak.SHA3_PADDING));
    s.with("keccak", specifier -> sponge(specifier, Keccak.ORIGINAL_PADDING));
    s.text("crc32", (text, frame) -> crc32(text));
    s.with("corehash", Digests::coreHash);
  }

  /** Copies a digest that was found once: to look it up costs more than a short text does. */
  private static Transformation digest(String algorithm) {
    MessageDigest prototype = found(algorithm);
    return new OnText(
        (text, frame) -> {
          try {
            MessageDigest digest = (MessageDigest) prototype.clone();
            return Value.of(HexFormat.of().formatHex(digest.digest(Bytes.of(text))));
          } catch (CloneNotSupportedException e) {
            throw new AssertionError("the JDK's own digests can be copied", e);
          }
        });
  }

  private static MessageDigest found(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has " + algorithm, e);
    }
  }

  private static Transformation sponge(Specifier specifier, int padding) throws NotationException {
    Parameter size =
        specifier.more() ? specifier.number() : Parameter.literal(Value.of(USUAL_BITS));
    return new OnText(
        (text, frame) -> {
          Value bits = size.value(frame);
          if (bits.failed()) {
            return bits;
          }
          long wanted = bits.number();
          if (wanted != 256 && wanted != 384 && wanted != 512) {
            return frame.fail("a digest has 256, 384 or 512 bits");
          }
          byte[] digest = Keccak.digest(Bytes.of(text), (int) wanted, padding);
          return Value.of(HexFormat.of().formatHex(digest));
        });
  }

  private static Value crc32(String text) {
    CRC32 sum = new CRC32();
    sum.update(Bytes.of(text));
    return Value.of(sum.getValue());
  }

  private static Transformation coreHash(Specifier specifier) throws NotationException {
    Parameter size = specifier.more() ? specifier.number() : Parameter.literal(Value.of(0));
    return new OnText(
        (text, frame) -> {
          Value slots = size.value(frame);
          if (slots.failed()) {
            return slots;
          }
          long hash = CoreHash.of(text, "");
          long mask = slots.number() == 0 ? -1 : slots.number() - 1;
          return Value.of(Long.toString(hash & mask));
        });
  }
}
