// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of one ping. A closed family: an answer, silence, or a request that never left. */
public sealed interface PingOutcome {

  /** The final code that Kamailio's callbacks see: the answer's, 408 for silence, 0 if not sent. */
  int code();

  /** What an operator reads: "200 OK", "no answer", "cannot resolve: ...". */
  String why();

  /** The address it was sent from; null if it never left. */
  @Nullable InetSocketAddress local();

  /** From sending to the answer; null where none came. */
  default @Nullable Duration roundTrip() {
    return null;
  }

  /** Whether it says anything about the destination. */
  default boolean telling() {
    return true;
  }

  /**
   * A final answer came in time.
   *
   * @param code 200 to 699
   * @param reason the reason phrase as received, shortened
   * @param roundTrip from sending to the answer
   * @param local where the request left from
   */
  record Answered(int code, String reason, Duration roundTrip, @Nullable InetSocketAddress local)
      implements PingOutcome {

    @Override
    public String why() {
      if (code == 200 && reason.equals("OK")) {
        return "200 OK"; // not made anew for each of a million
      }
      return reason.isEmpty() ? Integer.toString(code) : code + " " + reason;
    }
  }

  /** No final answer before the transaction timed out. */
  record NoAnswer(@Nullable InetSocketAddress local) implements PingOutcome {

    @Override
    public int code() {
      return 408;
    }

    @Override
    public String why() {
      return "no answer";
    }
  }

  /**
   * The request never left, or was refused on its way.
   *
   * @param cause what stood in the way
   * @param detail a sentence for operators; may be empty
   */
  record Unsendable(Cause cause, String detail, @Nullable InetSocketAddress local)
      implements PingOutcome {

    @Override
    public int code() {
      return 0;
    }

    @Override
    public String why() {
      return detail.isEmpty() ? cause.text() : cause.text() + ": " + detail;
    }

    @Override
    public boolean telling() {
      return !cause.ours;
    }
  }

  /**
   * Each address that the name stands for was asked.
   *
   * @param targets what came of each, in the order of RFC 3263; at least one
   */
  record Several(List<OfTarget> targets) implements PingOutcome {
    public Several {
      targets = List.copyOf(targets);
    }

    /** Of the first that answered, else of the first. */
    private PingOutcome best() {
      return targets.stream()
          .map(OfTarget::outcome)
          .min(Comparator.comparingInt(Several::rank))
          .orElseThrow();
    }

    private static int rank(PingOutcome outcome) {
      return outcome instanceof Answered answered ? answered.code() : 1000;
    }

    @Override
    public int code() {
      return best().code();
    }

    @Override
    public String why() {
      if (targets.size() == 1) {
        return best().why();
      }
      return targets.stream()
          .map(target -> target.address() + " " + target.outcome().why())
          .collect(Collectors.joining("; "));
    }

    @Override
    public @Nullable InetSocketAddress local() {
      return best().local();
    }

    @Override
    public @Nullable Duration roundTrip() {
      return best().roundTrip();
    }

    @Override
    public boolean telling() {
      return targets.stream().anyMatch(target -> target.outcome().telling());
    }
  }

  /**
   * One address behind a name.
   *
   * @param address {@code proto:ip:port}
   * @param outcome what came of asking it
   */
  record OfTarget(String address, PingOutcome outcome) {}

  /** What kept a request from being sent. */
  enum Cause {
    CANNOT_RESOLVE("cannot resolve", false),
    NO_LISTENER("no listener", false),
    REFUSED("refused", false),
    UNREACHABLE("unreachable", false),
    FAILED("failed", false),
    /** This server has too much to do: that says nothing about the destination. */
    OVERLOAD("overload", true);

    private final String text;
    private final boolean ours;

    Cause(String text, boolean ours) {
      this.text = text;
      this.ours = ours;
    }

    /** The words an operator reads. */
    public String text() {
      return text;
    }
  }
}
