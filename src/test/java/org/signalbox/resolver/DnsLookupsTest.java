// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.signalbox.resolver.Location.Cause;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Statistics;
import org.signalbox.testkit.ManualTime;

class DnsLookupsTest {
  private static final DnsQuestion GW = new DnsQuestion("gw.example", DnsType.A);

  private final ManualTime time = new ManualTime();
  private final Statistics statistics = new Statistics();
  private final Queue<Runnable> executor = new ArrayDeque<>();
  private final Map<DnsQuestion, List<Consumer<DnsAnswer>>> asked = new HashMap<>();
  private final List<DnsAnswer> told = new ArrayList<>();
  private final DnsLookups lookups = lookups(executor::add);

  @Test
  void equalQuestionsUnderWayAreAskedOnce() {
    lookups.ask(GW, told::add);
    lookups.ask(GW, told::add);
    assertThat(asked.get(GW)).hasSize(1);
    answer(GW, address(60));
    assertThat(told).containsExactly(address(60), address(60));
  }

  @Test
  void anAnswerIsKeptAsLongAsItHolds() {
    lookups.ask(GW, told::add);
    answer(GW, address(60));
    time.advance(Duration.ofMillis(59_999));
    lookups.ask(GW, told::add);
    assertThat(told).hasSize(2);
    time.advance(Duration.ofMillis(1));
    lookups.ask(GW, told::add);
    assertThat(told).hasSize(2);
    assertThat(asked.get(GW)).hasSize(2);
  }

  @Test
  void aNameThatDoesNotExistIsNotAskedForAgainForAWhile() {
    lookups.ask(GW, told::add);
    answer(GW, failure(Cause.UNKNOWN_NAME));
    time.advance(Duration.ofSeconds(59));
    lookups.ask(GW, told::add);
    assertThat(told).hasSize(2);
    time.advance(Duration.ofSeconds(1));
    lookups.ask(GW, told::add);
    assertThat(asked.get(GW)).hasSize(2);
    assertThat(statistics.find("dns.failed_dns_request").orElseThrow().value()).isEqualTo(1);
  }

  @Test
  void silenceEndsAtTheDeadlineOnTheExecutor() {
    lookups.ask(GW, told::add);
    time.advance(Duration.ofSeconds(5));
    assertThat(told).isEmpty();
    executor.remove().run();
    assertThat(told)
        .containsExactly(new DnsAnswer.Failure(Cause.TIMEOUT, "no name server answered"));
    answer(GW, address(60));
    assertThat(told).hasSize(1);
    lookups.ask(GW, told::add);
    assertThat(told).hasSize(2);
    time.advance(Duration.ofSeconds(5));
    lookups.ask(GW, told::add);
    assertThat(asked.get(GW)).as("asked again soon: servers come back").hasSize(2);
  }

  @Test
  void anExecutorThatRefusesLosesNoAnswer() {
    Statistics own = new Statistics();
    DnsLookups refused =
        new DnsLookups(
            ResolverSettings.DEFAULTS,
            new ResolverRuntime(
                time,
                time.wheel(),
                task -> {
                  throw new RejectedExecutionException();
                },
                own),
            client());
    refused.ask(GW, told::add);
    time.advance(Duration.ofSeconds(5));
    assertThat(told).hasSize(1);
  }

  @Test
  void tooManyQuestionsAreRefusedAtOnce() {
    for (int i = 0; i < 4; i++) {
      lookups.ask(new DnsQuestion("gw" + i, DnsType.A), told::add);
    }
    lookups.ask(GW, told::add);
    assertThat(told)
        .containsExactly(new DnsAnswer.Failure(Cause.OVERLOAD, "too many look-ups are waiting"));
    answer(new DnsQuestion("gw0", DnsType.A), address(60));
    lookups.ask(GW, told::add);
    assertThat(asked).containsKey(GW);
  }

  @Test
  void theCacheHasABoundAndIsSwept() {
    for (int i = 0; i < 100; i++) {
      DnsQuestion question = new DnsQuestion("gw" + i, DnsType.A);
      lookups.ask(question, told::add);
      answer(question, address(60 + i));
    }
    assertThat(lookups.cached()).isEqualTo(10);
    time.advance(Duration.ofSeconds(240));
    executor.forEach(Runnable::run);
    assertThat(lookups.cached()).isZero();
  }

  @Test
  void aCallbackThatFailsKeepsNoOtherFromItsAnswer() {
    lookups.ask(
        GW,
        answer -> {
          throw new IllegalStateException("broken on purpose");
        });
    lookups.ask(GW, told::add);
    answer(GW, address(60));
    assertThat(told).hasSize(1);
  }

  @Test
  void closingAnswersEverybody() {
    lookups.ask(GW, told::add);
    lookups.close();
    lookups.ask(new DnsQuestion("late", DnsType.A), told::add);
    assertThat(told).hasSize(2).allMatch(DnsAnswer.Failure.class::isInstance);
  }

  private DnsLookups lookups(Executor callbacks) {
    DnsQuerySettings queries =
        new DnsQuerySettings(
            List.of(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            1,
            4,
            false,
            Duration.ofMillis(10));
    DnsCacheSettings cache =
        new DnsCacheSettings(
            Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ZERO, Duration.ofDays(1), 10);
    ResolverSettings settings =
        new ResolverSettings(
            queries,
            cache,
            AddressFamilies.IPV4_FIRST,
            List.of(TransportProtocol.UDP),
            PointerUse.NONE,
            false,
            Path.of("none"));
    return new DnsLookups(
        settings, new ResolverRuntime(time, time.wheel(), callbacks, statistics), client());
  }

  private DnsClient client() {
    return new DnsClient() {
      @Override
      public void ask(DnsQuestion question, Consumer<DnsAnswer> sink) {
        asked.computeIfAbsent(question, q -> new ArrayList<>()).add(sink);
      }

      @Override
      public void close() {}
    };
  }

  private void answer(DnsQuestion question, DnsAnswer answer) {
    asked.get(question).get(0).accept(answer);
  }

  private static DnsAnswer address(int ttl) {
    return new DnsAnswer.Records(
        List.of(new DnsRecord.Host(InetAddress.getLoopbackAddress())), Duration.ofSeconds(ttl));
  }

  private static DnsAnswer failure(Cause cause) {
    return new DnsAnswer.Failure(cause, "it does not exist");
  }
}
