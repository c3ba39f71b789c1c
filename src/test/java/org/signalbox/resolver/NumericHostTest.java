// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class NumericHostTest {

  @Test
  void numbersAreReadWithoutAskingAnybody() throws UnknownHostException {
    assertThat(NumericHost.parse("192.0.2.1")).isEqualTo(InetAddress.getByName("192.0.2.1"));
    assertThat(NumericHost.parse("[2001:db8::1]")).isEqualTo(InetAddress.getByName("2001:db8::1"));
    assertThat(NumericHost.parse("2001:db8::1")).isEqualTo(InetAddress.getByName("2001:db8::1"));
    assertThat(NumericHost.parse("::1")).isEqualTo(InetAddress.getByName("::1"));
  }

  @Test
  void whatIsNoNumberIsAName() {
    for (String host :
        new String[] {"", "[", "[]", "[x]", "1.2.3", "1.2.3.256", "a:b", "gw", "1a"}) {
      assertThat(NumericHost.parse(host)).as(host).isNull();
    }
  }

  @Test
  void onlyHostNamesAreAskedFor() {
    assertThat(HostName.normalised("GW.Example.COM.")).isEqualTo("gw.example.com");
    for (String host : new String[] {"", ".", "a b", "a\\032b", "ä", "a:b", "x".repeat(254)}) {
      assertThat(HostName.normalised(host)).as(host).isNull();
    }
    assertThat(HostName.shown("a\r\nb" + "x".repeat(100))).hasSize(83).startsWith("a??bx");
  }
}
