// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MultipartTest {
  @Test
  void aBoundaryThatBeginsAnotherOneIsNotTakenForIt() {
    String body =
        "--b\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + "--b2\r\n"
            + "in --b\r\n"
            + "--b\r\n"
            + "Content-Type: application/sdp; x=1\r\n\r\n"
            + "v=0\r\n"
            + "--b--\r\n";
    Multipart parts = Objects.requireNonNull(Multipart.read(body, "b"));
    assertThat(parts.parts()).hasSize(2);
    Multipart.Part sdp = Objects.requireNonNull(parts.first("application/sdp"));
    assertThat(body.substring(sdp.content(), sdp.contentEnd())).isEqualTo("v=0");
    assertThat(body.substring(sdp.content(), sdp.next())).isEqualTo("v=0\r\n");
    assertThat(parts.closed()).isTrue();
  }

  @Test
  void onlyABodyOfPartsHasABoundary() {
    assertThat(Multipart.boundary("multipart/mixed; charset=x; Boundary=\"a b\"")).isEqualTo("a b");
    assertThat(Multipart.boundary("Multipart/mixed;boundary=ab;x=1")).isEqualTo("ab");
    assertThat(Multipart.boundary("text/plain;boundary=ab")).isNull();
    assertThat(Multipart.boundary(null)).isNull();
  }
}
