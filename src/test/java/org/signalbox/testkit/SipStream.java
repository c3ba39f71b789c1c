// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * One TCP connection in the hands of a test: plain blocking reads and writes, and every way to end
 * it.
 */
public final class SipStream implements AutoCloseable {

  /** Only a broken server lets a test wait that long. */
  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket socket;
  private final InetSocketAddress local;
  private final InputStream in;

  SipStream(Socket socket, int timeoutMillis) throws IOException {
    this.socket = socket;
    this.local = (InetSocketAddress) socket.getLocalSocketAddress(); // closed, it forgets it
    socket.setSoTimeout(timeoutMillis);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects to a server. */
  public static SipStream to(InetSocketAddress server) {
    try {
      return new SipStream(new Socket(server.getAddress(), server.getPort()), PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InetSocketAddress local() {
    return local;
  }

  public InetSocketAddress remote() {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
  }

  /** Writes text as it is, in one segment if it fits. */
  public SipStream write(String text) {
    return write(text.getBytes(ISO_8859_1));
  }

  /** Writes bytes as they are; calls from several threads do not mix. */
  public synchronized SipStream write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one SIP message; fails when the connection ends first. */
  public WireMessage read() {
    try {
      WireMessage message = next();
      if (message == null) {
        throw new AssertionError("the server closed the connection");
      }
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads exactly so many bytes. */
  public String read(int count) {
    try {
      return new String(in.readNBytes(count), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the server to close in good order and returns what it still sent. */
  public String awaitEnd() {
    try {
      return new String(in.readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it with a reset instead of an orderly close. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next message; null at the end of the stream. */
  WireMessage next() throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < 4 || !text.substring(text.length() - 4).equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      text.append((char) next);
      if (text.length() == 2 && text.toString().equals("\r\n")) {
        text.setLength(0); // keep-alive between messages
      }
    }
    WireMessage head = new WireMessage(remote(), text.toString());
    text.append(read(Integer.parseInt(head.header("Content-Length"))));
    return new WireMessage(remote(), text.toString());
  }
}
