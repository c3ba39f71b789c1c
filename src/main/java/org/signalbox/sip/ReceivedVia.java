// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What a server notes in the Via of the client it heard (RFC 3261 §18.2.1, RFC 3581 §4). */
final class ReceivedVia {

  private ReceivedVia() {}

  /**
   * Whether {@code received} belongs into the Via: it has one, wants rport, or names another host.
   */
  static boolean needsReceived(SipRequest request, Via via) {
    ViaParts parts = via.parts();
    return parts.receivedFrom >= 0
        || parts.rportTo >= 0
        || !AddressText.same(
            request.array(),
            parts.hostFrom,
            parts.hostTo,
            request.received().source().getAddress());
  }

  static boolean needsRport(SipRequest request, Via via) {
    return via.parts().rportTo >= 0 || request.rportForced();
  }

  /** Adds both as edits: behind host and port, or in place of those that are there. */
  static void edit(SipRequest request, EditList list) {
    Via via = request.topVia();
    if (via == null) {
      return;
    }
    ViaParts parts = via.parts();
    if (needsReceived(request, via)) {
      String source = AddressText.of(request.received().source().getAddress());
      list.add(
          parts.receivedFrom >= 0
              ? text(parts.receivedFrom, parts.receivedTo, source)
              : text(parts.sentByTo, parts.sentByTo, ";received=" + source));
    }
    if (needsRport(request, via)) {
      int port = request.received().source().getPort();
      list.add(
          parts.rportTo >= 0
              ? rport(parts, port)
              : text(parts.sentByTo, parts.sentByTo, ";rport=" + port));
    }
  }

  private static Edit rport(ViaParts parts, int port) {
    return parts.rportFrom >= 0
        ? text(parts.rportFrom, parts.rportTo, Integer.toString(port))
        : text(parts.rportTo, parts.rportTo, "=" + port);
  }

  private static Edit text(int from, int to, String text) {
    return new Edit(from, to, Edit.literal(Octets.of(text)));
  }

  /**
   * Writes the value of the top Via for a response: {@code rport} in its place, {@code received} at
   * its end or in its place.
   */
  static void write(SipRequest request, Via via, OutputBuffer out) {
    byte[] a = request.array();
    ViaParts parts = via.parts();
    InetAddress source = request.received().source().getAddress();
    boolean received = needsReceived(request, via);
    boolean rport = needsRport(request, via);
    int at = parts.from;
    if (rport && parts.rportTo < 0) {
      at = copy(a, at, parts.sentByTo, out);
      out.append(";rport=").append((long) request.received().source().getPort());
    }
    boolean receivedFirst = parts.receivedFrom >= 0 && parts.receivedFrom < parts.rportTo;
    if (received && receivedFirst) {
      at = replaceReceived(a, at, parts, source, out);
    }
    if (rport && parts.rportTo >= 0) {
      boolean hasValue = parts.rportFrom >= 0;
      copy(a, at, hasValue ? parts.rportFrom : parts.rportTo, out);
      out.append(hasValue ? "" : "=").append((long) request.received().source().getPort());
      at = parts.rportTo;
    }
    if (received && parts.receivedFrom >= 0 && !receivedFirst) {
      at = replaceReceived(a, at, parts, source, out);
    }
    at = copy(a, at, Math.max(at, parts.parametersTo), out);
    if (received && parts.receivedFrom < 0) {
      AddressText.append(out.append(";received="), source);
    }
    copy(a, at, parts.to, out);
  }

  private static int replaceReceived(
      byte[] a, int at, ViaParts parts, @Nullable InetAddress source, OutputBuffer out) {
    copy(a, at, parts.receivedFrom, out);
    AddressText.append(out, source);
    return parts.receivedTo;
  }

  private static int copy(byte[] a, int from, int to, OutputBuffer out) {
    out.append(a, from, to - from);
    return to;
  }
}
