// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;

/**
 * The other side of the wire: a SIP endpoint on a real loopback socket that answers as scripted and
 * remembers everything it received. Answers nothing until told to.
 */
public abstract class SipPeer implements AutoCloseable {

  private final Inbox<WireMessage> inbox = new Inbox<>();
  private final SipScript script = new SipScript();

  /** On a free UDP port of 127.0.0.1. */
  public static SipPeer udp() {
    return udp("127.0.0.1", 0);
  }

  /** On that UDP address; port 0 takes a free one. */
  public static SipPeer udp(String host, int port) {
    return new UdpPeer(new InetSocketAddress(host, port));
  }

  /** On a free TCP port of 127.0.0.1; accepts connections and opens them to send. */
  public static SipPeer tcp() {
    return tcp("127.0.0.1", 0);
  }

  /** On that TCP address; port 0 takes a free one. */
  public static SipPeer tcp(String host, int port) {
    return new TcpPeer(new InetSocketAddress(host, port));
  }

  /** Where it listens. */
  public abstract InetSocketAddress address();

  /** Sends text as it is; over TCP on a connection with that address, opened when there is none. */
  public abstract void send(String text, InetSocketAddress to);

  /** Stops listening and closes its connections. */
  @Override
  public abstract void close();

  /** {@code sip:host:port}, with {@code ;transport=tcp} where that is so. */
  public abstract String uri();

  public final int port() {
    return address().getPort();
  }

  /** From now on answers every request of that method with these statuses, one after the other. */
  public final SipPeer answering(String method, int... statuses) {
    script.on(method, statuses);
    return this;
  }

  /** From now on answers every request of that method with what the function makes of it. */
  public final SipPeer answering(String method, Function<WireMessage, List<String>> answer) {
    script.on(method, answer);
    return this;
  }

  /** What arrived: take, wait for, look at. */
  public final Inbox<WireMessage> inbox() {
    return inbox;
  }

  /** Takes the oldest unread response; waits for it. */
  public final WireMessage response() {
    return inbox.take(message -> !message.request());
  }

  /** Takes the oldest unread request of that method; waits for it. */
  public final WireMessage request(String method) {
    return inbox.take(message -> message.request() && message.method().equals(method));
  }

  /** Remembers a message and says what to answer. */
  final List<String> hear(WireMessage message) {
    List<String> answers = script.answers(message);
    inbox.add(message);
    return answers;
  }
}
