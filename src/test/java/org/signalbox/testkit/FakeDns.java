// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A name server on a free loopback port over UDP: knows what it was told, denies the rest, and
 * counts what it was asked.
 */
public final class FakeDns implements AutoCloseable {
  private final DatagramSocket socket;
  private final Thread thread;
  private final Map<Name, List<Record>> zone = new ConcurrentHashMap<>();
  private final Map<Name, Integer> errors = new ConcurrentHashMap<>();
  private final Set<Name> silent = ConcurrentHashMap.newKeySet();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  public FakeDns() {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::serve, "fake-dns");
    thread.start();
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** Knows the records of a piece of zone file, such as {@code gw.example. 60 IN A 127.0.0.2}. */
  public FakeDns knows(String... records) {
    for (String line : records) {
      InputStream text =
          new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.US_ASCII));
      try (Master master = new Master(text, Name.root, 0)) {
        Record record = master.nextRecord();
        zone.computeIfAbsent(record.getName(), name -> new CopyOnWriteArrayList<>()).add(record);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /** Never answers for this name. */
  public FakeDns keepsSilentAbout(String name) {
    silent.add(Name.fromConstantString(name));
    return this;
  }

  /** Answers SERVFAIL for this name. */
  public FakeDns failsFor(String name) {
    errors.put(Name.fromConstantString(name), Rcode.SERVFAIL);
    return this;
  }

  /** Every question in the order of its arrival, {@code gw.example. A}. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public void close() throws InterruptedException {
    socket.close();
    thread.join();
  }

  private void serve() {
    byte[] buffer = new byte[4096];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
        Record question = query.getQuestion();
        questions.add(question.getName() + " " + Type.string(question.getType()));
        if (!silent.contains(question.getName())) {
          byte[] answer = answer(query, question).toWire();
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (SocketException e) {
      // closed: the end of the test
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Message answer(Message query, Record question) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(Record.newRecord(question.getName(), question.getType(), DClass.IN), 0);
    List<Record> known = zone.get(question.getName());
    if (known == null) {
      answer.getHeader().setRcode(errors.getOrDefault(question.getName(), Rcode.NXDOMAIN));
      return answer;
    }
    known.stream()
        .filter(each -> each.getType() == question.getType() || each.getType() == Type.CNAME)
        .forEach(each -> answer.addRecord(each, Section.ANSWER));
    return answer;
  }
}
