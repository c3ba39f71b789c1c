// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {

  @Test
  void theEndOfTheHeaderBlockIsFoundAsBytesArrive() {
    byte[] bytes = Messages.bytes(Messages.OPTIONS + "body");
    int end = bytes.length - 4;
    for (int to = 0; to < end; to++) {
      assertThat(Framing.headerBlockEnd(bytes, 0, to)).isEqualTo(-1);
    }
    assertThat(Framing.headerBlockEnd(bytes, 0, end)).isEqualTo(end);
    assertThat(Framing.headerBlockEnd(bytes, end - 4, bytes.length)).isEqualTo(end);
  }

  @Test
  void lineFeedsAloneEndTheBlockToo() {
    byte[] bytes = "A b C\nX: y\n\nbody".getBytes(StandardCharsets.US_ASCII);
    assertThat(Framing.headerBlockEnd(bytes, 0, bytes.length)).isEqualTo(bytes.length - 4);
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Length: 12, 12",
    "CONTENT-LENGTH : 12 , 12",
    "'l:\t0', 0",
    "'L:\n 7', 7",
    "X: y, -1",
    "Content-Length-X: 3, -1",
    "lx: 3, -1",
    "'X: y\n l: 3', -1",
    "Content-Length: abc, -2",
    "Content-Length: -5, -2",
    "Content-Length:, -2",
    "Content-Length: 1 2, -2",
    "Content-Length: 99999999999, -2",
    "'Content-Length: 3\nl: 4', -2",
    "'Content-Length: 3\nl: 03', 3"
  })
  void contentLengthIsReadFromTheBlock(String lines, int length) {
    byte[] bytes = Messages.bytes("OPTIONS sip:h SIP/2.0\nVia: x\n" + lines + "\nZ: 1\n\n");
    assertThat(Framing.contentLength(bytes, 0, bytes.length)).isEqualTo(length);
  }

  @Test
  void theStartLineIsNoHeader() {
    byte[] bytes = Messages.bytes("l: 5\nX: y\n\n");
    assertThat(Framing.contentLength(bytes, 0, bytes.length)).isEqualTo(Framing.NO_LENGTH);
  }
}
