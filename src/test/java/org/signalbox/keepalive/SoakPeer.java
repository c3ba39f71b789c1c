// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What {@code bench/soak} watches: answers OPTIONS to {@code sip:dN@...}, every hundredth with 503
 * in every second minute, and counts who was asked when.
 *
 * <p>Arguments: port, destinations, interval in seconds, seconds to wait, seconds to measure.
 */
final class SoakPeer {
  private static final int MOST = 4096;
  private static final double LATE = 0.05;

  private final double interval;
  private final long[] last;
  private final int[] callIds;
  private final int[] seconds;
  private long begin;
  private long pings;
  private long copies;
  private long late;
  private long missed;
  private double worst;

  private SoakPeer(int destinations, double interval, int measured) {
    this.interval = interval * 1e9;
    last = new long[destinations + 1];
    callIds = new int[destinations + 1];
    seconds = new int[measured + 1];
  }

  public static void main(String[] arguments) throws IOException {
    int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    SoakPeer peer = new SoakPeer(numbers[1], numbers[2], numbers[4]);
    try (DatagramSocket socket = new DatagramSocket(numbers[0], InetAddress.getLoopbackAddress())) {
      socket.setReceiveBufferSize(8 << 20);
      socket.setSoTimeout(100);
      peer.serve(socket, numbers[3] * 1_000_000_000L, numbers[4] * 1_000_000_000L);
    }
    peer.report(numbers[4]);
  }

  private void serve(DatagramSocket socket, long wait, long measure) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[MOST], MOST);
    begin = System.nanoTime() + wait;
    for (long now = System.nanoTime(); now - begin < measure; now = System.nanoTime()) {
      packet.setLength(MOST);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException quiet) {
        continue;
      }
      String text =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
      int number = number(text);
      if (number > 0 && number < last.length) {
        count(number, text.substring(text.indexOf("Call-ID: ")).hashCode(), System.nanoTime());
        byte[] reply = reply(text, flaps(number)).getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
      }
    }
  }

  private boolean flaps(int number) {
    return number % 100 == 0
        && Math.floorMod(System.nanoTime() - begin, 120_000_000_000L) / 60e9 >= 1;
  }

  private void count(int number, int callId, long now) {
    if (callIds[number] == callId) {
      copies += now >= begin ? 1 : 0;
      return;
    }
    callIds[number] = callId;
    if (now >= begin) {
      pings++;
      seconds[(int) ((now - begin) / 1_000_000_000L)]++;
      if (last[number] != 0) {
        double gap = (now - last[number]) / interval;
        worst = Math.max(worst, gap);
        late += gap > 1 + LATE ? 1 : 0;
        missed += Math.max(0, Math.round(gap) - 1);
      }
    }
    last[number] = now;
  }

  private void report(int measured) {
    int[] whole = Arrays.copyOf(seconds, measured);
    double mean = Arrays.stream(whole).average().orElse(0);
    long never = Arrays.stream(last).skip(1).filter(time -> time == 0).count();
    System.out.printf(
        "pings %,d (due %,d), never asked %d, missed %d, more than 5 %% late %d, longest gap %.2f"
            + " intervals, copies %d, worst second %.2f x the average%n",
        pings,
        Math.round((last.length - 1) * measured / (interval / 1e9)),
        never,
        missed,
        late,
        worst,
        copies,
        Arrays.stream(whole).max().orElse(0) / mean);
  }

  /** Of {@code OPTIONS sip:dN@}; 0 for something else. */
  private static int number(String text) {
    int at = 13;
    int number = 0;
    if (!text.startsWith("OPTIONS sip:d")) {
      return 0;
    }
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      number = 10 * number + text.charAt(at++) - '0';
    }
    return number;
  }

  private static String reply(String request, boolean bad) {
    StringBuilder reply = new StringBuilder(400);
    reply.append(bad ? "SIP/2.0 503 Service Unavailable\r\n" : "SIP/2.0 200 OK\r\n");
    request
        .lines()
        .skip(1)
        .filter(line -> line.matches("(?i)(Via|From|Call-ID|CSeq):.*"))
        .forEach(line -> reply.append(line).append("\r\n"));
    request
        .lines()
        .filter(line -> line.startsWith("To:"))
        .forEach(line -> reply.append(line).append(";tag=soak\r\n"));
    return reply.append("Content-Length: 0\r\n\r\n").toString();
  }
}
