// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

/** Status and phrase for the negative codes of the core. */
final class ReplyErrors {
  private ReplyErrors() {}

  static int code(int error) {
    int positive = -error;
    return positive >= 400 && positive < 700 ? positive : 500;
  }

  static String reason(int error, String from) {
    String phrase =
        switch (error) {
          case -478 -> "Unresolvable destination";
          case -477 -> "Unfortunately error on sending to next hop occurred";
          case -483 -> "Too Many Hops";
          default ->
              code(error) == 400 ? "Bad Request" : "I'm terribly sorry, server error occurred";
        };
    return phrase + " (" + (error == 0 ? 1 : -error) + "/" + from + ")";
  }
}
