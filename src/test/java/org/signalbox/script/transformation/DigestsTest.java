// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.script.transformation.GivenVariables.applied;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

class DigestsTest {

  @ParameterizedTest
  @ValueSource(ints = {256, 384, 512})
  void theSpongeIsTheJdksSha3(int bits) throws NoSuchAlgorithmException {
    MessageDigest jdk = MessageDigest.getInstance("SHA3-" + bits);
    for (int length = 0; length < 300; length++) {
      byte[] text = "x".repeat(length).getBytes(ISO_8859_1);
      assertThat(Keccak.digest(text, bits, Keccak.SHA3_PADDING)).isEqualTo(jdk.digest(text));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "{s.sha1}, a9993e364706816aba3e25717850c26c9cd0d89d",
    "{s.sha384}, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358"
        + "baeca134c825a7",
    "{s.sha3}, 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
    "{s.keccak}, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
    "'{s.keccak,256}', 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
  })
  void digestsOfAbc(String braces, String digest) throws NotationException {
    assertThat(applied("abc", braces)).isEqualTo(Value.of(digest));
  }

  @Test
  void theSumIsANumber() throws NotationException {
    assertThat(applied("123456789", "{s.crc32}")).isEqualTo(Value.of(0xCBF43926L));
  }
}
