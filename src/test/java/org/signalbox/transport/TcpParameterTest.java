// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TcpParameterTest {

  @Test
  void isFoundByItsNameInTheFileAndAtRunTime() {
    assertThat(TcpParameter.named("tcp_crlf_ping")).contains(TcpParameter.CRLF_PING);
    assertThat(TcpParameter.named("crlf_ping")).contains(TcpParameter.CRLF_PING);
    assertThat(TcpParameter.named("tcp_nosuch")).isEmpty();
  }

  @Test
  void hasKamailiosDefaults() {
    TcpParameters tcp = new TcpParameters();
    assertThat(tcp.value(TcpParameter.MAX_CONNECTIONS)).isEqualTo(2048);
    assertThat(tcp.value(TcpParameter.CONNECTION_LIFETIME)).isEqualTo(120);
    assertThat(tcp.value(TcpParameter.WAIT_DATA)).isEqualTo(5000);
    assertThat(tcp.value(TcpParameter.CONN_WQ_MAX)).isEqualTo(32_768);
    assertThat(tcp.value(TcpParameter.WQ_MAX)).isEqualTo(10_485_760);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    TcpParameters tcp = new TcpParameters();
    assertThat(tcp.set(TcpParameter.RD_BUF_SIZE, 511)).isFalse();
    assertThat(tcp.set(TcpParameter.RD_BUF_SIZE, 512)).isTrue();
    assertThat(tcp.set(TcpParameter.RD_BUF_SIZE, 16_777_217)).isFalse();
    assertThat(tcp.value(TcpParameter.RD_BUF_SIZE)).isEqualTo(512);
  }
}
