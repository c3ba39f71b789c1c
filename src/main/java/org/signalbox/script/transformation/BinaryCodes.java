// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Frame;
import org.signalbox.script.Value;

/** Bytes as letters and back: hexa, 7bit, base58, base64, base64t, base64url, base64urlt. */
final class BinaryCodes {
  private BinaryCodes() {}

  static void addTo(NamedTransformations s) {
    s.text("encode.hexa", (text, frame) -> Value.of(HexFormat.of().formatHex(Bytes.of(text))));
    s.text("decode.hexa", BinaryCodes::fromHexa);
    s.text("encode.7bit", (text, frame) -> SevenBit.encode(text));
    s.text("decode.7bit", BinaryCodes::fromSevenBit);
    s.text("encode.base58", (text, frame) -> Value.of(Base58.encode(Bytes.of(text))));
    s.text("decode.base58", BinaryCodes::fromBase58);
    base64(s, "base64", Base64.getEncoder(), Base64.getDecoder(), true);
    base64(s, "base64t", Base64.getEncoder(), Base64.getDecoder(), false);
    base64(s, "base64url", Base64.getUrlEncoder(), Base64.getUrlDecoder(), true);
    base64(s, "base64urlt", Base64.getUrlEncoder(), Base64.getUrlDecoder(), false);
  }

  /** The bytes of hexadecimal digits, a last single one ignored; null at any other character. */
  static byte @Nullable [] hexa(String text) {
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      char high = text.charAt(2 * i);
      char low = text.charAt(2 * i + 1);
      if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
        return null;
      }
      bytes[i] = (byte) (HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low));
    }
    return bytes;
  }

  private static Value fromHexa(String text, Frame frame) {
    byte[] bytes = hexa(text);
    return bytes == null ? frame.fail("the value is not hexadecimal") : Bytes.text(bytes);
  }

  private static Value fromSevenBit(String text, Frame frame) {
    byte[] bytes = hexa(text);
    return bytes == null ? frame.fail("the value is not hexadecimal") : SevenBit.decode(bytes);
  }

  private static Value fromBase58(String text, Frame frame) {
    byte[] bytes = Base58.decode(text);
    return bytes == null ? frame.fail("the value is not base58") : Bytes.text(bytes);
  }

  private static void base64(
      NamedTransformations s,
      String name,
      Base64.Encoder encoder,
      Base64.Decoder decoder,
      boolean padded) {
    Base64.Encoder chosen = padded ? encoder : encoder.withoutPadding();
    s.text("encode." + name, (text, frame) -> Value.of(chosen.encodeToString(Bytes.of(text))));
    s.text(
        "decode." + name,
        (text, frame) ->
            padded && text.length() % 4 != 0
                ? frame.fail("the length of a base64 value is a multiple of 4")
                : fromBase64(text, decoder, frame));
  }

  private static Value fromBase64(String text, Base64.Decoder decoder, Frame frame) {
    try {
      return Bytes.text(decoder.decode(Bytes.of(text)));
    } catch (IllegalArgumentException e) {
      return frame.fail("the value is not base64");
    }
  }
}
