// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.keepalive.DestinationState;
import org.signalbox.keepalive.PingOutcome;
import org.signalbox.testkit.FakeKeepalive;

class DestinationQueryTest {
  private final FakeKeepalive keepalive = new FakeKeepalive();

  @Test
  void aPageEndsAtItsLimitAndSaysWhereTheNextBegins() {
    fresh(1, 2, 5, 9);

    JsonObject first = page(null, null, 0, 3);
    assertThat(ids(first)).containsExactly(1, 2, 5);
    assertThat(first.getInt("next")).isEqualTo(5);

    JsonObject second = page(null, null, 5, 3);
    assertThat(ids(second)).containsExactly(9);
    assertThat(second.isNull("next")).isTrue();
  }

  @Test
  void aPageThatTakesExactlyAllIsTheLast() {
    fresh(1, 2, 3);
    assertThat(page(null, null, 0, 3).isNull("next")).isTrue();
  }

  @Test
  void anEmptyTableIsAnEmptyPage() {
    JsonObject page = page(null, null, 0, 100);
    assertThat(ids(page)).isEmpty();
    assertThat(page.isNull("next")).isTrue();
    assertThat(page.getInt("total")).isZero();
  }

  @Test
  void withoutAFilterOnlyThePageItselfIsRead() {
    for (int id = 1; id <= 5000; id++) {
      fresh(id);
    }
    assertThat(ids(page(null, null, 4000, 10))).hasSize(10);
    assertThat(keepalive.pagesRead()).isEqualTo(1);
  }

  @Test
  void aStateIsFoundHoweverFarApartItsDestinationsAre() {
    for (int id = 1; id <= 3000; id++) {
      fresh(id);
    }
    down(17, 1700, 2900);

    JsonObject first = page("down", null, 0, 2);
    assertThat(ids(first)).containsExactly(17, 1700);
    assertThat(first.getInt("matching")).isEqualTo(3);
    assertThat(first.getInt("total")).isEqualTo(3000);
    assertThat(ids(page("down", null, first.getInt("next"), 2))).containsExactly(2900);
  }

  @Test
  void wordsAreSoughtInUriAndOwnerInAnyCase() {
    keepalive
        .with(Watched.fresh(1, "sip:Berlin.example", "ops"))
        .with(Watched.fresh(2, "sip:paris.example", "BERLIN team"))
        .with(Watched.fresh(3, "sip:rome.example", "ops"));

    JsonObject found = page(null, " bErLiN ", 0, 10);
    assertThat(ids(found)).containsExactly(1, 2);
    assertThat(found.getInt("matching")).isEqualTo(2);
    assertThat(ids(page(null, "", 0, 10))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tired", "Up"})
  void aStateThatDoesNotExistIsRefused(String state) {
    assertThatThrownBy(() -> DestinationQuery.of(state, null, null, new PageBounds(0, 10)))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo("state"));
  }

  private void fresh(int... ids) {
    for (int id : ids) {
      keepalive.with(Watched.fresh(id, "sip:host" + id, "operator"));
    }
  }

  private void down(int... ids) {
    for (int id : ids) {
      keepalive.with(
          Watched.pinged(id, DestinationState.DOWN, new PingOutcome.NoAnswer(Watched.LOCAL)));
    }
  }

  private JsonObject page(String state, String search, long after, int limit) {
    return DestinationQuery.of(state, search, null, new PageBounds(after, limit)).page(keepalive);
  }

  private static List<Integer> ids(JsonObject page) {
    return page.getJsonArray("destinations").getValuesAs(JsonObject.class).stream()
        .map(destination -> destination.getInt("id"))
        .toList();
  }
}
