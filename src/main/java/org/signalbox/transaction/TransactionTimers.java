// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.time.Duration;

/**
 * How long everything takes. Immutable; a transaction with its own values gets its own instance.
 *
 * @param t1 first retransmission interval, doubled from then on: timers A, E, G (retr_timer1)
 * @param t2 ceiling of that interval, timer A excepted (retr_timer2)
 * @param fr until the final response of a non-INVITE, the first response of an INVITE, the ACK of a
 *     negative one: timers B, F, H (fr_timer)
 * @param frInv from a provisional to the next response of an INVITE: timer C (fr_inv_timer)
 * @param linger how long a finished transaction absorbs retransmissions over unreliable transports:
 *     timers D, I, J, K (wt_timer)
 * @param accepted how long an INVITE answered with 2xx is remembered: timers L, M
 * @param trying an INVITE that its user has not answered by then gets a 100 (RFC 3261 §17.2.1);
 *     zero: never
 * @param lifetime how long a server transaction may stay without a reply of its user before it is
 *     given up, other than INVITE (max_noninv_lifetime)
 * @param lifetimeInv the same for INVITE, anew after each provisional reply (max_inv_lifetime)
 */
public record TransactionTimers(
    Duration t1,
    Duration t2,
    Duration fr,
    Duration frInv,
    Duration linger,
    Duration accepted,
    Duration trying,
    Duration lifetime,
    Duration lifetimeInv) {

  /** Kamailio's values, which are the default. */
  public static final TransactionTimers DEFAULT =
      new TransactionTimers(
          Duration.ofMillis(500),
          Duration.ofSeconds(4),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          Duration.ofSeconds(5),
          Duration.ofSeconds(32),
          Duration.ofMillis(200),
          Duration.ofSeconds(32),
          Duration.ofSeconds(180));

  /** The values of RFC 3261, table 4: 64 T1 where Kamailio waits 30 s or 5 s. */
  public static final TransactionTimers RFC3261 =
      DEFAULT
          .withRetransmission(Duration.ofMillis(500), Duration.ofSeconds(4))
          .withFinalResponse(Duration.ofSeconds(32), Duration.ofSeconds(180))
          .withLinger(Duration.ofSeconds(32));

  public TransactionTimers {
    requirePositive("t1", t1);
    requirePositive("t2", t2);
    requirePositive("fr", fr);
    requirePositive("frInv", frInv);
    requirePositive("linger", linger);
    requirePositive("accepted", accepted);
    requirePositive("lifetime", lifetime);
    requirePositive("lifetimeInv", lifetimeInv);
    if (trying.isNegative()) {
      throw new IllegalArgumentException("trying must not be negative");
    }
  }

  /** The same with other retransmission intervals (t_set_retr). */
  public TransactionTimers withRetransmission(Duration t1, Duration t2) {
    return new TransactionTimers(
        t1, t2, fr, frInv, linger, accepted, trying, lifetime, lifetimeInv);
  }

  /** The same with other patience for answers (t_set_fr). */
  public TransactionTimers withFinalResponse(Duration fr, Duration frInv) {
    return new TransactionTimers(
        t1, t2, fr, frInv, linger, accepted, trying, lifetime, lifetimeInv);
  }

  /** The same with another time of absorbing (wt_timer). */
  public TransactionTimers withLinger(Duration linger) {
    return new TransactionTimers(
        t1, t2, fr, frInv, linger, accepted, trying, lifetime, lifetimeInv);
  }

  /** The same with another delay of the automatic 100; zero for none. */
  public TransactionTimers withTrying(Duration trying) {
    return new TransactionTimers(
        t1, t2, fr, frInv, linger, accepted, trying, lifetime, lifetimeInv);
  }

  /** The same with other limits for unanswered requests (t_set_max_lifetime). */
  public TransactionTimers withLifetime(Duration lifetime, Duration lifetimeInv) {
    return new TransactionTimers(
        t1, t2, fr, frInv, linger, accepted, trying, lifetime, lifetimeInv);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }
}
