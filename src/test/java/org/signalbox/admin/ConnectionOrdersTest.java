// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.transport.TcpKeepalive;

/** What operators may say to a connection. */
class ConnectionOrdersTest {

  @Test
  void aLifetimeIsSecondsOrNone() {
    assertThat(ConnectionOrders.lifetime(body("{\"seconds\":0}"))).contains(Duration.ZERO);
    assertThat(ConnectionOrders.lifetime(body("{\"seconds\":90}")))
        .contains(Duration.ofSeconds(90));
    assertThat(ConnectionOrders.lifetime(body("{\"seconds\":null}"))).isEmpty();
  }

  @Test
  void keepaliveIsThreeNumbers() {
    String text = "{\"idleSeconds\":33,\"count\":4,\"intervalSeconds\":7}";
    assertThat(ConnectionOrders.keepalive(body(text))).isEqualTo(new TcpKeepalive(33, 4, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"seconds\":-1}|seconds",
        "{\"seconds\":1.5}|seconds",
        "{\"seconds\":\"1\"}|seconds",
        "{\"seconds\":99999999999999999999}|seconds",
        "{}|seconds",
        "{\"seconds\":1,\"colour\":1}|colour",
      })
  void aWrongLifetimeIsNamed(String text, String field) {
    assertThatThrownBy(() -> ConnectionOrders.lifetime(body(text)))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 7, idleSeconds", "1, 128, 7, count", "1, 4, 32768, intervalSeconds"})
  void soIsAWrongKeepalive(int idle, int count, int interval, String field) {
    String text =
        "{\"idleSeconds\":%d,\"count\":%d,\"intervalSeconds\":%d}".formatted(idle, count, interval);
    assertThatThrownBy(() -> ConnectionOrders.keepalive(body(text)))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo(field));
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
