// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Method;
import org.signalbox.sip.Octets;
import org.signalbox.sip.OutputBuffer;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.Via;

/**
 * A request as it stands on the wire: sent again byte for byte, and the model of its ACK and
 * CANCEL. Immutable.
 */
final class OutgoingRequest {

  private final byte[] bytes;
  private final String method;
  private final String branch;

  /**
   * @param bytes the whole request, this hop's Via on top
   * @param method its method
   * @param branch of that Via
   */
  OutgoingRequest(byte[] bytes, String method, String branch) {
    this.bytes = bytes;
    this.method = method;
    this.branch = branch;
  }

  /** A request that nobody will see. */
  static OutgoingRequest unsent(Dispatch dispatch) {
    String branch = dispatch.branch();
    return new OutgoingRequest(
        new byte[0], dispatch.request().method(), branch == null ? "" : branch);
  }

  byte[] bytes() {
    return bytes;
  }

  String branch() {
    return branch;
  }

  boolean invite() {
    return method.equals(Method.INVITE.name());
  }

  /** Equals {@link #hash} of its responses. */
  int branchHash() {
    return Octets.of(branch).hashCode();
  }

  static int hash(SipResponse response) {
    Octets branch = branch(response);
    return branch == null ? 0 : branch.hashCode();
  }

  /** Whether a response is for this request (RFC 3261 §17.1.3). */
  boolean answeredBy(SipResponse response) {
    Octets theirs = branch(response);
    CSeq cseq = response.cseq();
    return theirs != null && cseq != null && cseq.method().equals(method) && spells(theirs);
  }

  /** Whether a response carries its branch, whatever the method. */
  boolean sharesBranch(SipResponse response) {
    Octets theirs = branch(response);
    return theirs != null && spells(theirs);
  }

  private static @Nullable Octets branch(SipResponse response) {
    Via via = response.topVia();
    return via == null ? null : via.branchOctets();
  }

  private boolean spells(Octets theirs) {
    if (theirs.length() != branch.length()) {
      return false;
    }
    byte[] array = theirs.array();
    for (int i = 0; i < branch.length(); i++) {
      if (array[theirs.offset() + i] != branch.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The ACK of a negative response (RFC 3261 §17.1.1.3). */
  byte[] ack(SipResponse response) {
    return sibling("ACK", response.header(HeaderType.TO), "");
  }

  /** The CANCEL with further header lines (RFC 3261 §9.1). */
  byte[] cancel(String headers) {
    return sibling("CANCEL", null, headers);
  }

  private byte[] sibling(String name, @Nullable Header to, String headers) {
    if (!(SipParser.parseLocal(bytes) instanceof SipRequest model)) {
      throw new IllegalStateException("this server sent a request that it cannot read");
    }
    OutputBuffer out = new OutputBuffer(512);
    out.append(name).append(' ').append(model.requestUriOctets()).append(" SIP/2.0").crlf();
    copy(model.header(HeaderType.VIA), out);
    model.headers(HeaderType.ROUTE).forEach(route -> copy(route, out));
    copy(model.header(HeaderType.FROM), out);
    copy(to == null ? model.header(HeaderType.TO) : to, out);
    copy(model.header(HeaderType.CALL_ID), out);
    CSeq cseq = model.cseq();
    out.append("CSeq: ").append(cseq == null ? 0 : cseq.number()).append(' ').append(name).crlf();
    out.append("Max-Forwards: 70").crlf();
    out.append(headers);
    out.append("Content-Length: 0").crlf().crlf();
    return out.toBytes();
  }

  private static void copy(@Nullable Header header, OutputBuffer out) {
    if (header != null) {
      out.append(header.line());
    }
  }
}
