// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

/**
 * Kamailio's negative codes for what goes wrong with a request, and how that is answered
 * (modules.md §1, §2.4).
 */
public final class ErrorCodes {
  /** There is no socket that could send. */
  public static final int NO_SOCKET = -7;

  /** A URI cannot be read. */
  public static final int BAD_URI = -400;

  /** Nothing can be, or may be, sent there. */
  public static final int UNSENDABLE = -477;

  /** A name has no address. */
  public static final int UNRESOLVABLE = -478;

  /** No hop is left. */
  public static final int TOO_MANY_HOPS = -483;

  /** The client has given up. */
  public static final int CANCELLED = -487;

  private ErrorCodes() {}

  /** The status that a code is answered with. */
  public static int status(int code) {
    int positive = -code;
    return positive >= 400 && positive < 700 ? positive : 500;
  }

  /**
   * Its reason.
   *
   * @param from who answers: {@code SL} or {@code TM}
   */
  public static String reason(int code, String from) {
    String phrase =
        switch (code) {
          case BAD_URI -> "Bad Request";
          case UNSENDABLE -> "Unfortunately error on sending to next hop occurred";
          case UNRESOLVABLE -> "Unresolvable destination";
          case TOO_MANY_HOPS -> "Too Many Hops";
          case CANCELLED -> "Transaction canceled";
          default -> "I'm terribly sorry, server error occurred";
        };
    return phrase + " (" + (code == 0 ? 1 : -code) + "/" + from + ")";
  }
}
