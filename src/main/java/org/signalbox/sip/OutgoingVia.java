// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/**
 * The Via that this server puts on a request (RFC 3261 §18.1.1).
 *
 * @param sender the listening point the request leaves from
 * @param branch with its cookie
 * @param parameters what follows the branch, each with its semicolon; often empty
 */
public record OutgoingVia(ListeningPoint sender, String branch, String parameters) {

  public OutgoingVia(ListeningPoint sender, String branch) {
    this(sender, branch, "");
  }

  /** Asks the next hop to answer to the port the request came from (RFC 3581). */
  public OutgoingVia withRport() {
    return new OutgoingVia(sender, branch, parameters + ";rport");
  }

  /** Notes the connection the request came by, so that its reply finds the way back. */
  public OutgoingVia withConnection(long connectionId) {
    return new OutgoingVia(sender, branch, parameters + ";i=" + Long.toHexString(connectionId));
  }

  /** Writes the whole header line. */
  public void writeTo(OutputBuffer out) {
    out.append("Via: SIP/2.0/").append(sender.protocol().viaName()).append(' ');
    out.append(sender.sentByHost());
    if (sender.sentByPort() != 5060 || sender.protocol().defaultPort() != 5060) {
      out.append(':').append((long) sender.sentByPort());
    }
    out.append(";branch=").append(branch).append(parameters).crlf();
  }
}
