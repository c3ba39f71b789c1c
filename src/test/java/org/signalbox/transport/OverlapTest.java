// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverlapTest {

  private final Overlap overlap = new Overlap();

  @Test
  void nobodyExpectsItAtFirst() {
    assertThat(overlap.expected()).isFalse();
  }

  @Test
  void messagesOneAfterTheOtherEndIt() {
    overlap.expect();
    for (int i = 0; i < 255; i++) {
      overlap.entered();
      overlap.left();
    }
    assertThat(overlap.expected()).isTrue();
    overlap.entered();
    assertThat(overlap.expected()).isFalse();
  }

  @Test
  void messagesThatMeetKeepItUp() {
    overlap.expect();
    for (int i = 0; i < 2000; i++) {
      overlap.entered();
      overlap.entered();
      overlap.left();
      overlap.left();
    }
    assertThat(overlap.expected()).isTrue();
  }
}
