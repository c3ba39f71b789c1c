// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.siprepo.KeptMessages;
import org.signalbox.siprepo.SipRepository;

class MessageQueryTest {
  private final SipRepository repository = KeptMessages.of(25, "A", "B");

  @Test
  void pagesFollowEachOtherUntilTheLastOne() {
    List<Integer> numbers = new ArrayList<>();
    JsonObject page = MessageQuery.of(null, new PageBounds(0, 10)).page(repository);
    numbers.addAll(numbers(page));
    while (!page.isNull("next")) {
      page = MessageQuery.of(null, new PageBounds(page.getInt("next"), 10)).page(repository);
      numbers.addAll(numbers(page));
    }
    assertThat(numbers).hasSize(50).doesNotHaveDuplicates();
    assertThat(page.getInt("total")).isEqualTo(50);
  }

  @Test
  void aCallShowsItsOwn() {
    JsonObject page = MessageQuery.of(" A ", new PageBounds(0, 100)).page(repository);
    assertThat(page.getInt("matching")).isEqualTo(25);
    assertThat(page.getJsonArray("messages")).hasSize(25);
    JsonObject first = page.getJsonArray("messages").getJsonObject(0);
    assertThat(first.getString("callId")).isEqualTo("A");
    assertThat(first.getString("line")).isEqualTo("MESSAGE sip:a@127.0.0.1 SIP/2.0");
    assertThat(first.getString("source")).isEqualTo("tcp:127.0.0.9:7777");
    assertThat(first.getInt("connection")).isEqualTo(17);
    assertThat(MessageQuery.of("A", new PageBounds(0, 7)).page(repository).isNull("next"))
        .isFalse();
    assertThat(MessageQuery.of("C", new PageBounds(0, 7)).page(repository).getInt("matching"))
        .isZero();
  }

  @Test
  void aReplayNamesItsRoute() {
    Replay replay = replay("{\"route\": \"RETRY\", \"keep\": false, \"group\": \"WG01\"}");
    assertThat(replay).isEqualTo(new Replay("RETRY", SipRepository.After.REMOVE, "WG01"));
    assertThat(replay("{\"route\": \"R\"}"))
        .isEqualTo(new Replay("R", SipRepository.After.KEEP, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | route",
        "{\"route\": 1} | route",
        "{\"route\": \" \"} | route",
        "{\"route\": \"R\", \"keep\": 1} | keep",
        "{\"route\": \"R\", \"grup\": \"x\"} | grup"
      })
  void aBadReplayNamesTheMemberAtFault(String body, String field) {
    assertThatThrownBy(() -> replay(body))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo(field));
  }

  private static Replay replay(String body) {
    return Replay.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Integer> numbers(JsonObject page) {
    return page.getJsonArray("messages").getValuesAs(JsonObject.class).stream()
        .map(each -> each.getInt("number"))
        .toList();
  }
}
