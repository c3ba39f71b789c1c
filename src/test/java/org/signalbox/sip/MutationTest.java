// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Valid messages with bytes changed, dropped, doubled and cut: nothing throws, nothing loops. */
class MutationTest {

  private static final byte[] LIKELY =
      "<>\"\\;,:=@?%()[]/ \t\r\n\0é*".getBytes(StandardCharsets.UTF_8);
  private static final int MUTANTS = 6_000;

  private final Random random = new Random(20_260_726);

  @Test
  void mutantsAreReadOrRefusedQuietly() {
    List<byte[]> seeds = new ArrayList<>(TortureMessages.ALL.values());
    seeds.add(Messages.bytes(Messages.OPTIONS));
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutate(seeds.get(i % seeds.size()));
      assertThatCode(() -> ask(mutant))
          .as(() -> "mutant " + new String(mutant, StandardCharsets.ISO_8859_1))
          .doesNotThrowAnyException();
    }
  }

  private static void ask(byte[] bytes) {
    if (Messages.parse(bytes) instanceof SipMessage message) {
      EveryAccessor.ask(message);
    }
    int end = Framing.headerBlockEnd(bytes, 0, bytes.length);
    Framing.contentLength(bytes, 0, end < 0 ? bytes.length : end);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Uri.parse(text);
    NameAddress.parse(text);
    Via.parse(text);
  }

  private byte[] mutate(byte[] seed) {
    byte[] bytes = seed.clone();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      bytes = mutateOnce(bytes);
    }
    return bytes;
  }

  private byte[] mutateOnce(byte[] bytes) {
    int at = random.nextInt(Math.max(1, bytes.length - 1));
    OutputBuffer mutant = new OutputBuffer(bytes.length + 8).append(bytes, 0, at);
    switch (random.nextInt(4)) {
      case 0 -> mutant.append((char) LIKELY[random.nextInt(LIKELY.length)]);
      case 1 -> at = Math.min(bytes.length, at + 1 + random.nextInt(20));
      case 2 -> mutant.append(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 30)));
      default -> {
        if (random.nextInt(4) == 0) {
          return mutant.toBytes();
        }
        mutant.append((char) LIKELY[random.nextInt(LIKELY.length)]);
        at = Math.min(bytes.length, at + 1);
      }
    }
    return mutant.append(bytes, at, bytes.length - at).toBytes();
  }
}
