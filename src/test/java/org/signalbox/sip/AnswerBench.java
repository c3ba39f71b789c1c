// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * CPU time and bytes allocated to read one OPTIONS and write its 200. Surefire does not find it by
 * its name; run it with {@code -Dtest=AnswerBench}.
 */
class AnswerBench {

  private static final int ROUNDS = 8;
  private static final int MESSAGES = 500_000;

  private interface Work {
    int run(byte[] bytes, OutputBuffer out);
  }

  @Test
  void readOnly() {
    measure("read", (bytes, out) -> read(bytes).end());
  }

  @Test
  void readWithValues() {
    measure("read, values", (bytes, out) -> values(read(bytes)));
  }

  @Test
  void readWithValuesAndAnswer() {
    measure("read, values, answer", AnswerBench::answer);
  }

  private static void measure(String name, Work work) {
    byte[] bytes = Messages.bytes(Messages.OPTIONS);
    OutputBuffer out = new OutputBuffer();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = threads.getCurrentThreadCpuTime();
      long allocated = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < MESSAGES; i++) {
        sum += work.run(bytes, out);
      }
      cpu = threads.getCurrentThreadCpuTime() - cpu;
      allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
      System.out.printf(
          "%s: %d ns, %d bytes a message%n", name, cpu / MESSAGES, allocated / MESSAGES);
    }
    System.out.println(sum);
  }

  private static SipRequest read(byte[] bytes) {
    return (SipRequest) SipParser.parse(bytes, 0, bytes.length, Messages.FROM_LOOPBACK);
  }

  private static int values(SipRequest request) {
    int used = request.topVia().port() + request.fromTag().length();
    used += request.to().tag() == null ? 1 : 2;
    return used + request.callIdOctets().hashCode() + (int) request.cseq().number();
  }

  private static int answer(byte[] bytes, OutputBuffer out) {
    SipRequest request = read(bytes);
    int used = values(request);
    ResponseBuilder.to(request, 200, "OK")
        .toTag("b27e1a1d33761e85846fc98f5f3a7e58.1a2b3c4d")
        .headerLines("Server: Signalbox\r\n")
        .writeTo(out.clear());
    return used + out.size();
  }
}
