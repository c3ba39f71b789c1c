// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.Method;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.SipText;

/** A request that writes down what becomes of it. */
final class FakeHeld implements Held {
  private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 5060);
  private static final ReceiveInfo FROM =
      new ReceiveInfo(
          new ListeningPoint(0, TransportProtocol.UDP, HERE, null, "127.0.0.1", 5060),
          HERE,
          HERE,
          0);

  private final String name;
  private final SipRequest request;
  private final List<String> log;

  FakeHeld(String name, Method method, List<String> log) {
    byte[] bytes =
        SipText.request(method.name(), "sip:b@b.example").callId("call-of-" + name).bytes();
    this.name = name;
    this.request = (SipRequest) SipParser.parse(bytes, 0, bytes.length, FROM);
    this.log = log;
  }

  @Override
  public SipRequest request() {
    return request;
  }

  @Override
  public String next() {
    return "R";
  }

  @Override
  public void resume(Executor workers) {
    log.add(name);
  }

  @Override
  public boolean answer(int code, String reason) {
    log.add(name + " " + code);
    return true;
  }
}
