// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.TransportProtocol;

/** What every resolver does, also a faked one. */
public interface ResolverContract {

  /** The resolver under test. */
  Resolver resolver();

  /** Makes an IPv4 address known under a name, for port 5070 over TCP. */
  void knows(String name, String address);

  @Test
  default void aKnownNameHasItsAddress() throws InterruptedException {
    knows("known.example", "127.0.0.9");
    NextHop hop = new NextHop("known.example", 5070, TransportProtocol.TCP, false);
    assertThat(located(hop).take()).hasToString("Found[targets=[" + target() + "]]");
  }

  @Test
  default void aNumberIsItself() throws InterruptedException {
    NextHop hop = new NextHop("127.0.0.9", 5070, TransportProtocol.TCP, false);
    assertThat(located(hop).take()).hasToString("Found[targets=[" + target() + "]]");
  }

  @Test
  default void anUnknownNameIsAValueWithASentence() throws InterruptedException {
    NextHop hop = new NextHop("unknown.example", 5070, null, false);
    BlockingQueue<Location> answers = located(hop);
    assertThat(answers.take())
        .isInstanceOfSatisfying(
            Location.NotFound.class,
            failure -> {
              assertThat(failure.cause()).isEqualTo(Location.Cause.UNKNOWN_NAME);
              assertThat(failure.detail()).contains("unknown.example").endsWith(".");
            });
    assertThat(answers).as("told once").isEmpty();
  }

  private static String target() {
    return "Target[protocol=TCP, address=/127.0.0.9:5070]";
  }

  private BlockingQueue<Location> located(NextHop hop) {
    BlockingQueue<Location> answers = new LinkedBlockingQueue<>();
    resolver().locate(hop, answers::add);
    return answers;
  }
}
