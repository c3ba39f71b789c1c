// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import io.netty.buffer.ByteBuf;
import org.signalbox.sip.Framing;
import org.signalbox.sip.ParseProblem;

/**
 * Cuts the bytes of one connection into messages by Content-Length (RFC 3261 §18.3). Used by the
 * connection's thread only.
 *
 * <p>A message keeps the array it was read into, so an array that has given one away is never
 * written to again.
 */
final class StreamFramer {

  private static final byte[] NOTHING = new byte[0];
  private static final int UNKNOWN = -1;

  private final TcpParameters limits;
  private byte[] bytes = NOTHING;
  private int start;
  private int end;

  /** Where the search for the end of the header block goes on. */
  private int searched;

  /** Size of the message that begins at {@code start}, once its header block is there. */
  private int size = UNKNOWN;

  /** Whether that message is one of HTTP. */
  private boolean http;

  /** How much of CRLFCRLF stands before {@code start}. */
  private int ping;

  /** Whether nothing that still comes means anything. */
  private boolean over;

  /** Told what the stream contains, in its order. */
  interface Frames {

    /** A complete message, which may keep the array; false ends the stream. */
    boolean message(byte[] bytes, int offset, int length);

    /** CRLFCRLF between messages (RFC 5626 §3.5.1). */
    void ping();

    /** The stream cannot be cut any further; the rest of it is dropped. */
    void broken(byte[] bytes, int offset, int length, ParseProblem problem);

    /** A complete request of HTTP/1.x, which may keep the array; false ends the stream. */
    boolean http(byte[] bytes, int offset, int length);

    /** An HTTP request that is not taken; the rest of the stream is dropped. */
    void httpRefused(int status, String reason);
  }

  StreamFramer(TcpParameters limits) {
    this.limits = limits;
  }

  /** Whether a message has begun that is not complete. */
  boolean partial() {
    return start < end;
  }

  /** Bytes of memory it holds. */
  int held() {
    return bytes.length;
  }

  /** Takes all readable bytes and reports what they complete. */
  void read(ByteBuf in, Frames frames) {
    if (over) {
      return;
    }
    append(in);
    cut(frames);
    if (start == end) {
      bytes = NOTHING; // a connection that is idle holds nothing
      end = 0;
      begin(0);
    }
  }

  private void cut(Frames frames) {
    while (start < end) {
      if (size == UNKNOWN && !measure(frames)) {
        return;
      }
      if (end - start < size) {
        return;
      }
      int from = start;
      int length = size;
      begin(from + length);
      if (!(http ? frames.http(bytes, from, length) : frames.message(bytes, from, length))) {
        drop();
        return;
      }
    }
  }

  private void append(ByteBuf in) {
    int more = in.readableBytes();
    int held = end - start;
    if (held == 0 || start > 0 || bytes.length - end < more) {
      byte[] roomier = new byte[room(held, more)];
      System.arraycopy(bytes, start, roomier, 0, held);
      searched -= start;
      start = 0;
      end = held;
      bytes = roomier;
    }
    in.readBytes(bytes, end, more);
    end += more;
  }

  /** Doubles, so that a long message is not copied at every segment, but not beyond its size. */
  private int room(int held, int more) {
    int doubled = Math.max(held + more, held * 2);
    return size == UNKNOWN ? doubled : Math.min(doubled, Math.max(size, held + more));
  }

  /** Finds out how long the next message is; false when that needs more bytes, or is hopeless. */
  private boolean measure(Frames frames) {
    skipLineEnds(frames);
    if (start == end) {
      return false;
    }
    int blockEnd = Framing.headerBlockEnd(bytes, searched, end);
    int blockMax = limits.value(TcpParameter.HEADER_BLOCK_MAX);
    if (blockEnd < 0) {
      searched = Math.max(start, end - 3);
      return end - start <= blockMax
          ? false
          : fail(frames, "the header block exceeds " + blockMax + " bytes");
    }
    http = isHttp();
    if (http) {
      return measureHttp(blockEnd, frames);
    }
    if (blockEnd - start > blockMax) {
      return fail(frames, "the header block exceeds " + blockMax + " bytes");
    }
    return measure(blockEnd, frames);
  }

  private boolean measure(int blockEnd, Frames frames) {
    int length = Framing.contentLength(bytes, start, blockEnd);
    if (length == Framing.NO_LENGTH && limits.on(TcpParameter.ACCEPT_NO_CL)) {
      length = 0;
    }
    if (length < 0) {
      return fail(
          frames,
          length == Framing.NO_LENGTH
              ? "a message on a stream needs a Content-Length"
              : "the Content-Length is malformed");
    }
    long whole = (long) blockEnd - start + length;
    int most = limits.value(TcpParameter.RD_BUF_SIZE) - 1;
    if (whole > most) {
      return fail(frames, "the message exceeds " + most + " bytes (tcp_rd_buf_size)");
    }
    size = (int) whole;
    return true;
  }

  /** A request without a length has no body (RFC 9112 §6.3); chunks are not taken. */
  private boolean measureHttp(int blockEnd, Frames frames) {
    if (blockEnd - start > limits.value(TcpParameter.HEADER_BLOCK_MAX)) {
      return refuse(frames, 431, "Request Header Fields Too Large");
    }
    if (Framing.has(bytes, start, blockEnd, "Transfer-Encoding")) {
      return refuse(frames, 411, "Length Required");
    }
    int length = Framing.contentLength(bytes, start, blockEnd);
    if (length == Framing.BAD_LENGTH) {
      return refuse(frames, 400, "Bad Request");
    }
    long whole = (long) blockEnd - start + Math.max(0, length);
    if (whole >= limits.value(TcpParameter.RD_BUF_SIZE)) {
      return refuse(frames, 413, "Content Too Large");
    }
    size = (int) whole;
    return true;
  }

  private boolean refuse(Frames frames, int status, String reason) {
    drop();
    frames.httpRefused(status, reason);
    return false;
  }

  private void skipLineEnds(Frames frames) {
    while (start < end && (bytes[start] == '\r' || bytes[start] == '\n')) {
      boolean expected = bytes[start] == (ping % 2 == 0 ? '\r' : '\n');
      ping = expected ? ping + 1 : 0;
      begin(start + 1);
      if (ping == 4) {
        ping = 0;
        frames.ping();
      }
    }
    if (start < end) {
      ping = 0;
    }
  }

  /** Whether the first line ends with {@code HTTP/1.x}. */
  private boolean isHttp() {
    int lf = start;
    while (bytes[lf] != '\n') {
      lf++;
    }
    int lineEnd = lf > start && bytes[lf - 1] == '\r' ? lf - 1 : lf;
    int from = lineEnd - "HTTP/1.x".length();
    return from > start
        && bytes[from] == 'H'
        && bytes[from + 1] == 'T'
        && bytes[from + 2] == 'T'
        && bytes[from + 3] == 'P'
        && bytes[from + 4] == '/'
        && bytes[from + 5] == '1'
        && bytes[from + 6] == '.';
  }

  private boolean fail(Frames frames, String reason) {
    byte[] all = bytes;
    int from = start;
    int length = end - start;
    drop();
    frames.broken(all, from, length, new ParseProblem(0, reason));
    return false;
  }

  private void begin(int at) {
    start = at;
    searched = at;
    size = UNKNOWN;
  }

  /** Takes nothing any more, and holds nothing. */
  void drop() {
    over = true;
    bytes = NOTHING;
    end = 0;
    begin(0);
  }
}
