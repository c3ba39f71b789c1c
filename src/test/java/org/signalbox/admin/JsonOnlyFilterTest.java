// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import org.junit.jupiter.api.Test;

class JsonOnlyFilterTest {
  @Test
  void aPostMustSayThatItIsJson() {
    assertThat(JsonOnlyFilter.passes("POST", MediaType.APPLICATION_JSON_TYPE)).isTrue();
    assertThat(JsonOnlyFilter.passes("POST", null)).isFalse();
    assertThat(JsonOnlyFilter.passes("POST", MediaType.TEXT_PLAIN_TYPE)).isFalse();
    assertThat(JsonOnlyFilter.passes("POST", MediaType.WILDCARD_TYPE)).isFalse();
  }

  @Test
  void whatABrowserAsksAboutFirstOrWhatChangesNothingPasses() {
    assertThat(JsonOnlyFilter.passes("GET", null)).isTrue();
    assertThat(JsonOnlyFilter.passes("DELETE", null)).isTrue();
  }
}
