// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.keepalive.NewDestination;

class NewDestinationJsonTest {

  @Test
  void everyMemberIsTaken() {
    NewDestination read = read("{\"uri\":\" sip:a \",\"owner\":\"me\",\"intervalSeconds\":5}");

    assertThat(read.uri()).isEqualTo("sip:a");
    assertThat(read.owner()).isEqualTo("me");
    assertThat(read.settings()).isEqualTo(Map.of("ping_interval", "5"));
  }

  @Test
  void onlyTheUriIsNeeded() {
    NewDestination read = read("{\"uri\":\"sip:a\",\"intervalSeconds\":null}");

    assertThat(read.owner()).isEqualTo("operator");
    assertThat(read.settings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          {}                                    | uri             | It is missing.
          {"uri":7}                             | uri             | It must be a string that is not empty.
          {"uri":" "}                           | uri             | It must be a string that is not empty.
          {"uri":"sip:a","owner":null}          | owner           | It must be a string that is not empty.
          {"uri":"sip:a","intervalSeconds":"5"} | intervalSeconds | It must be a whole number of seconds.
          {"uri":"sip:a","intervalSeconds":1.5} | intervalSeconds | It must be a whole number of seconds.
          {"uri":"sip:a","intervalSeconds":9e9} | intervalSeconds | It must be a whole number of seconds.
          {"uri":"sip:a","ownr":"x"}            | ownr            | This member is not known; known are uri, owner, intervalSeconds, settings.
          []                                    | -               | The body must be one JSON object.
          "text"                                | -               | The body must be one JSON object.
          {"uri":                               | -               | The body is not JSON: line 1 is wrong.
          """)
  void aMistakeNamesTheMember(String body, String field, String detail) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> read(body.strip()));

    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused).hasMessage(detail);
    assertThat(refused.status()).isEqualTo(400);
  }

  private static NewDestination read(String json) {
    return NewDestinationJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
