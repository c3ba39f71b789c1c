// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** Makes messages of bytes. Stateless; any thread. */
public final class SipParser {

  private SipParser() {}

  /**
   * Reads one message. Only the start line and the places of the headers are read now; a malformed
   * header shows when somebody asks for it.
   *
   * @param bytes kept by the message: the caller no longer changes them
   * @param offset of the message, which empty lines may precede (RFC 3261 §7.5)
   * @param length up to the end of the datagram or of the frame
   * @param received where it came from
   * @return a {@link SipMessage}, or a {@link ParseProblem} when the start line or the end of the
   *     header block is malformed
   */
  public static Parsed parse(byte[] bytes, int offset, int length, ReceiveInfo received) {
    return read(SipMessage.nextId(), bytes, offset, offset + length, received);
  }

  /**
   * Reads one HTTP/1.x request: for scripts it is a message like any other, whose Request-URI is
   * the path (RFC 9112 §3). Parameters as for {@link #parse}.
   *
   * @return a {@link SipRequest} or a {@link ParseProblem}
   */
  public static Parsed parseHttp(byte[] bytes, int offset, int length, ReceiveInfo received) {
    StartLine line = new StartLine();
    ParseProblem problem = line.readHttp(bytes, offset, offset + length);
    if (problem != null) {
      return problem;
    }
    HeaderIndex index = new HeaderIndex();
    int end = offset + length;
    int unfinished = index.fill(bytes, line.end, end);
    return unfinished >= 0
        ? new ParseProblem(unfinished, "the last header line has no end")
        : new SipRequest(SipMessage.nextId(), bytes, offset, end, line, index, received);
  }

  /** Reads a message that this server built itself or kept in a file. */
  public static Parsed parseLocal(byte[] bytes) {
    return read(SipMessage.nextId(), bytes, 0, bytes.length, null);
  }

  /**
   * Reads a message once more that this server has kept.
   *
   * @param id the number that it had
   * @param bytes as {@link #parse}
   * @param received where it came from; null when this server built it
   */
  public static Parsed parseAgain(long id, byte[] bytes, @Nullable ReceiveInfo received) {
    return read(id, bytes, 0, bytes.length, received);
  }

  static Parsed read(long id, byte[] bytes, int offset, int end, @Nullable ReceiveInfo received) {
    int start = offset;
    while (start < end && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    StartLine line = new StartLine();
    ParseProblem problem = line.read(bytes, start, end);
    if (problem != null) {
      return problem;
    }
    HeaderIndex index = new HeaderIndex();
    int unfinished = index.fill(bytes, line.end, end);
    if (unfinished >= 0) {
      return new ParseProblem(unfinished, "the last header line has no end");
    }
    return line.status
        ? new SipResponse(id, bytes, start, end, line, line.code, index, received)
        : new SipRequest(id, bytes, start, end, line, index, received);
  }
}
