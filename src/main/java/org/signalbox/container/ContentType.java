// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import javax.servlet.sip.ServletParseException;
import org.jspecify.annotations.Nullable;

/** What a Content-Type says about turning bytes into text and back (RFC 3261 §20.15). */
record ContentType(String value) {

  /** The name of its character set; null when it names none. */
  @Nullable String charset() {
    try {
      return EditableParameterable.read(value).getParameter("charset");
    } catch (ServletParseException malformed) {
      return null;
    }
  }

  boolean text() {
    return value.toLowerCase(Locale.ROOT).startsWith("text/");
  }

  /** As a text by its type, else as bytes: what the application gets from {@code getContent}. */
  Object decoded(byte[] bytes, @Nullable String charset) throws UnsupportedEncodingException {
    return text() ? new String(bytes, named(charset)) : bytes;
  }

  static byte[] encoded(Object content, @Nullable String charset)
      throws UnsupportedEncodingException {
    if (content instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (content instanceof String text) {
      return text.getBytes(named(charset));
    }
    throw new IllegalArgumentException(
        "Content is a String or a byte[], not a " + content.getClass().getName() + ".");
  }

  static Charset named(@Nullable String charset) throws UnsupportedEncodingException {
    try {
      return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new UnsupportedEncodingException("There is no character set '" + charset + "'.");
    }
  }
}
