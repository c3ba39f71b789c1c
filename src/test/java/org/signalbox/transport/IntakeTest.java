// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.ManualTime;

class IntakeTest {
  private static final InetSocketAddress OWN = new InetSocketAddress("127.0.0.1", 5060);

  @Test
  void whatTheParserThrowsDoesNotReachTheReceivingThread() {
    ListeningPoint point =
        new ListeningPoint(0, TransportProtocol.UDP, OWN, null, "127.0.0.1", 5060);
    ReceiveInfo info =
        new ReceiveInfo(point, new InetSocketAddress("127.0.0.2", 5060), point.address(), 0);
    // Nothing on the wire is known to make it throw; a length beyond the array does.
    assertThat(new Intake(new Nobody(), new ManualTime()).take(new byte[4], 0, 400, info)).isTrue();
  }

  private static final class Nobody implements MessageReceiver {
    @Override
    public void received(SipMessage message) {
      throw new AssertionError("there was no message");
    }

    @Override
    public void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info) {
      throw new AssertionError("there was no input");
    }
  }
}
