// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/**
 * How this server names itself in requests of its own; the server binds it when the file says
 * something else ({@code user_agent_header}, {@code server_signature}).
 *
 * @param line a whole header line without its end, as scripts hold texts; or empty for none
 */
public record UserAgent(String line) {

  /** What holds when the file says nothing. */
  public static final UserAgent DEFAULT = new UserAgent("User-Agent: Signalbox");
}
