// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.script.run.Releases;
import org.signalbox.sip.SipUri;

class ConverterTest {
  private final List<String> released = new ArrayList<>();

  private enum Speed {
    SLOW,
    FAST
  }

  @Test
  void numbersAreRead() {
    assertThat(Converter.UNSIGNED.convert("4294967295")).isEqualTo(4_294_967_295L);
    assertThat(Converter.NUMBER.convert("-0x10")).isEqualTo(-16);
    assertThat(Converter.BIT.convert("31")).isEqualTo(31);
    refuses(Converter.UNSIGNED, "4294967296");
    refuses(Converter.UNSIGNED, "-1");
    refuses(Converter.NUMBER, "ten");
    refuses(Converter.BIT, "32");
  }

  @Test
  void urisAndWordsAreRead() {
    assertThat(Converter.URI.convert("sip:alice@example.org")).isInstanceOf(SipUri.class);
    assertThat(Converter.WORDS.convert("a, b ,c")).containsExactly("a", "b", "c");
    assertThat(Converter.oneOf(Speed.class).convert("fast")).isEqualTo(Speed.FAST);
    refuses(Converter.URI, "alice");
    assertThatThrownBy(() -> Converter.oneOf(Speed.class).convert("idle"))
        .hasMessage("'idle' is none of slow, fast");
  }

  @Test
  void whatWasMadeIsReleasedOnceAndOneFailureDoesNotKeepTheOthers() {
    Converter<String> converter = Converter.of(text -> text, this::release);
    Releases releases = new Releases();
    for (String text : List.of("a", "bad", "b")) {
      String made = converter.convert(text);
      releases.add(() -> converter.release(made));
    }
    releases.run();
    releases.run();
    assertThat(released).containsExactly("a", "bad", "b");
  }

  private void release(String value) {
    released.add(value);
    if (value.equals("bad")) {
      throw new IllegalStateException("broken on purpose");
    }
  }

  private static void refuses(Converter<?> converter, String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(Unresolvable.class)
        .hasMessageContaining(text);
  }
}
