// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.UDP;

import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipRequest;
import org.signalbox.transport.Destination;

/** Every table has a bound and an answer at the bound, and gives back what it took. */
class BoundsTest {

  @Test
  void aRequestBeyondTheBoundGets503() {
    Rig rig = new Rig(TransactionTimers.DEFAULT, new TransactionBounds(2, 2, 7));
    for (int i = 0; i < 3; i++) {
      rig.arrive(UDP, Rig.request("OPTIONS", "z9hG4bK" + i));
    }
    assertThat(rig.requests.stream().map(rig.layer::newServerTransaction).toList())
        .last()
        .isEqualTo(Admission.Refused.TABLE_FULL);
    assertThat(rig.network.taken())
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.text())
                    .startsWith("SIP/2.0 503 Service Unavailable\r\n")
                    .contains("Retry-After: 7\r\n"));
    assertThat(rig.layer.serverTransactions()).isEqualTo(2);
    rig.nothingIsLeft();
    assertThat(rig.layer.newServerTransaction(rig.requests.get(2)))
        .isInstanceOf(ServerTransaction.class);
  }

  @Test
  void aRequestOfOursBeyondTheBoundFails() {
    Rig rig = new Rig(TransactionTimers.DEFAULT, new TransactionBounds(1, 1, 7));
    rig.client(UDP, "OPTIONS");
    rig.client(UDP, "OPTIONS");
    assertThat(rig.news()).containsExactly("failed TableFull[]");
    assertThat(rig.network.count()).isEqualTo(1);
    rig.nothingIsLeft();
  }

  @Test
  void aHundredThousandTransactionsLeaveNothing() {
    Rig rig = new Rig();
    Destination peer = Destination.to(UDP, Rig.PEER);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 5_000; i++) {
        String branch = "z9hG4bK" + round + "." + i;
        SipRequest request =
            Rig.parseRequest(UDP, Rig.request(i % 2 == 0 ? "INVITE" : "OPTIONS", branch));
        ServerTransaction transaction = (ServerTransaction) rig.layer.newServerTransaction(request);
        if (i % 5 != 0) {
          int status = i % 3 == 0 ? 200 : 404;
          transaction.reply(Rig.response(request, status, "Whatever"));
        }
        rig.layer.send(Rig.ours(i % 2 == 0 ? "INVITE" : "OPTIONS"), peer, rig.listener());
      }
      assertThat(rig.layer.serverTransactions()).isGreaterThanOrEqualTo(5_000);
      rig.advance(1_000);
      rig.network.taken();
      rig.news();
    }
    rig.nothingIsLeft();
  }

  @Test
  void closingEndsEverythingInSilence() {
    Rig rig = new Rig();
    rig.server(UDP, "INVITE");
    rig.client(UDP, "INVITE");
    rig.news();
    rig.layer.close();
    rig.nothingIsLeft();
    assertThat(rig.news()).isEmpty();
    assertThat(rig.network.count()).isEqualTo(1);
  }
}
