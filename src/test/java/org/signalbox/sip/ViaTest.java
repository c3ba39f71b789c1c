// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViaTest {

  private static Via via(String text) {
    ParsedValue parsed = Via.parse(text);
    assertThat(parsed).isInstanceOf(Via.class);
    return (Via) parsed;
  }

  @Test
  void everyParameterIsFound() {
    Via via =
        via(
            "SIP/2.0/TCP erlang.bell-telephone.com:5070;branch=z9hG4bK87asdks7;received=192.0.2.1"
                + ";rport=22;i=1f;alias;maddr=239.255.255.1;ttl=15;x=\"a;b\" (Acme server)");
    assertThat(via.transport()).isEqualTo(TransportProtocol.TCP);
    assertThat(via.transportName()).isEqualTo("TCP");
    assertThat(via.host()).isEqualTo("erlang.bell-telephone.com");
    assertThat(via.port()).isEqualTo(5070);
    assertThat(via.branch()).isEqualTo("z9hG4bK87asdks7");
    assertThat(via.branchOctets()).isEqualTo(Octets.of("z9hG4bK87asdks7"));
    assertThat(via.hasCookie()).isTrue();
    assertThat(via.received()).isEqualTo("192.0.2.1");
    assertThat(via.hasRport()).isTrue();
    assertThat(via.rport()).isEqualTo(22);
    assertThat(via.i()).isEqualTo("1f");
    assertThat(via.connectionId()).isEqualTo(31);
    assertThat(via.alias()).isTrue();
    assertThat(via.maddr()).isEqualTo("239.255.255.1");
    assertThat(via.ttl()).isEqualTo(15);
    assertThat(via.parameter("x")).isEqualTo("\"a;b\"");
    assertThat(via.comment()).isEqualTo("Acme server");
    assertThat(via.sentBy()).hasToString("erlang.bell-telephone.com:5070");
  }

  @Test
  void absentParametersAreAbsent() {
    Via via = via("SIP/2.0/UDP h");
    assertThat(via.branch()).isNull();
    assertThat(via.branchOctets()).isNull();
    assertThat(via.hasCookie()).isFalse();
    assertThat(via.received()).isNull();
    assertThat(via.hasRport()).isFalse();
    assertThat(via.rport()).isEqualTo(-1);
    assertThat(via.i()).isNull();
    assertThat(via.connectionId()).isZero();
    assertThat(via.alias()).isFalse();
    assertThat(via.maddr()).isNull();
    assertThat(via.ttl()).isEqualTo(-1);
    assertThat(via.comment()).isNull();
    assertThat(via.port()).isEqualTo(-1);
    assertThat(via.portOrDefault()).isEqualTo(5060);
  }

  /** RFC 3261 §20.42 and RFC 3581. */
  @ParameterizedTest
  @CsvSource({
    "'SIP / 2.0 / UDP first.example.com: 4000;ttl=16 ;maddr=224.2.0.1 ;branch=z9hG4bKa7c6a8dlze.1',"
        + " first.example.com, 4000, z9hG4bKa7c6a8dlze.1",
    "'SIP/2.0/UDP [2001:db8::9:1]:16;received=[2001:db8::9:255];branch=z9hG4bKas3-111', "
        + "[2001:db8::9:1], 16, z9hG4bKas3-111",
    "'SIP/2.0/UDP 192.0.2.1:5060 ;received=192.0.2.207;branch=z9hG4bK77asjd', "
        + "192.0.2.1, 5060, z9hG4bK77asjd",
    "'sip/2.0/udp h;rport;branch=b', h, -1, b",
    "'SIP/2.0/UDP h;rport=;branch=b', h, -1, b",
    "'SIP/2.0/UDP h;;branch = b ; x', h, -1, b"
  })
  void sentByAndBranchAreFound(String text, String host, int port, String branch) {
    Via via = via(text);
    assertThat(via.host()).isEqualTo(host);
    assertThat(via.port()).isEqualTo(port);
    assertThat(via.branch()).isEqualTo(branch);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "SIP/2.0, 4",
    "HTTP/2.0/UDP h, 0",
    "SIP/7.0/UDP h, 4",
    "SIP/2.0/UDP, 11",
    "SIP/2.0/ h, 10",
    "SIP/2.0/UDP h:x, 14",
    "SIP/2.0/UDP h:70000, 14",
    "SIP/2.0/UDP h;branch=a b, 23",
    "SIP/2.0/UDP h (open, 14",
    "SIP/2.0/UDP ;branch=x, 12"
  })
  void whatIsWrongIsSaidWithItsPlace(String text, int offset) {
    assertThat(Via.parse(text)).isInstanceOf(ParseProblem.class);
    assertThat(((ParseProblem) Via.parse(text)).offset()).isEqualTo(offset);
  }

  @Test
  void anUnknownTransportKeepsItsName() {
    Via via = via("SIP/2.0/PIGEON h;branch=z9hG4bK1");
    assertThat(via.transport()).isNull();
    assertThat(via.transportName()).isEqualTo("PIGEON");
  }

  @Test
  void severalValuesInOneLineAreSeveralVias() {
    SipRequest request =
        Messages.request(
            """
            OPTIONS sip:h SIP/2.0
            v: SIP/2.0/UDP a;branch=1 ,
             SIP/2.0/TCP b ; branch = "2,2"
            X: y
            Via: SIP/2.0/TLS c;branch=3

            """);
    assertThat(request.vias()).extracting(Via::branch).containsExactly("1", "\"2,2\"", "3");
    assertThat(request.topVia().octets()).hasToString("SIP/2.0/UDP a;branch=1");
  }
}
