// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes to one message, kept apart from its bytes and applied in one pass when it leaves. Edits
 * of one place apply in order of the calls. Accessors of the message do not see them. A {@link
 * #copy} serves one branch. One thread at a time, as the message.
 */
public final class MessageEdits {

  /** Most edits one message takes; a script in a loop must not eat the memory. */
  public static final int MOST = 100_000;

  private final SipMessage message;
  private final EditList list;
  private @Nullable NewBody body;

  MessageEdits(SipMessage message) {
    this(message, new EditList(), null);
  }

  private MessageEdits(SipMessage message, EditList list, @Nullable NewBody body) {
    this.message = message;
    this.list = list;
    this.body = body;
  }

  /** The same edits for one branch; what is added to either later does not show in the other. */
  public MessageEdits copy() {
    return new MessageEdits(message, list.copy(), body);
  }

  public boolean isEmpty() {
    return list.size() == 0 && body == null;
  }

  /** Forgets all of them. */
  public void clear() {
    list.clear();
    body = null;
  }

  // Bytes: offsets are those of the array of the message

  /**
   * Inserts text before the byte at {@code offset}.
   *
   * @return false when the message has {@link #MOST} edits already
   * @throws IndexOutOfBoundsException when the offset is outside the message
   */
  public boolean insert(int offset, String text) {
    return insert(offset, Octets.of(text));
  }

  /** Inserts bytes before the byte at {@code offset}. */
  public boolean insert(int offset, Octets text) {
    return insert(offset, Edit.literal(text));
  }

  /** Inserts text that is written once the destination is known. */
  public boolean insert(int offset, LateText text) {
    return add(new Edit(offset, offset, text));
  }

  /** Removes bytes; removing them again changes nothing. */
  public boolean remove(int from, int to) {
    return list.removesExactly(from, to) || add(new Edit(from, to, null));
  }

  /** Puts text in place of bytes; a later text for the same bytes takes its place. */
  public boolean replace(int from, int to, String text) {
    return replace(from, to, Octets.of(text));
  }

  /** Puts bytes in place of others; later ones for the same place take theirs. */
  public boolean replace(int from, int to, Octets text) {
    list.forgetReplacement(from, to);
    return add(new Edit(from, to, Edit.literal(text)));
  }

  /** The text that {@link #replace} put in place of exactly these bytes, or null. */
  public @Nullable String replacement(int from, int to) {
    return list.replacement(from, to) instanceof Edit.Literal literal
        ? literal.octets().toString()
        : null;
  }

  private boolean add(Edit edit) {
    if (edit.offset() < message.start() || edit.end() > message.end()) {
      throw new IndexOutOfBoundsException("edit outside the message");
    }
    if (list.size() >= MOST) {
      return false;
    }
    list.add(edit);
    return true;
  }

  // Header lines: a missing line end is added

  /** Adds header lines behind the last header. */
  public boolean appendHeader(String lines) {
    return insert(message.headersEnd(), terminated(lines));
  }

  /** Adds header lines behind the last header of a name; without one, behind all headers. */
  public boolean appendHeader(String lines, String name) {
    List<Header> all = message.headers(name);
    int at = all.isEmpty() ? message.headersEnd() : all.get(all.size() - 1).end();
    return insert(at, terminated(lines));
  }

  /** Adds header lines before the first header, so above the Via that sending adds. */
  public boolean insertHeader(String lines) {
    return insert(message.headersStart(), terminated(lines));
  }

  /** Adds header lines before the first header of a name; without one, before all headers. */
  public boolean insertHeader(String lines, String name) {
    Header first = message.header(name);
    return insert(first == null ? message.headersStart() : first.start(), terminated(lines));
  }

  /**
   * Removes all headers of a name, long or compact.
   *
   * @return how many the message holds
   */
  public int removeHeaders(String name) {
    List<Header> all = message.headers(name);
    all.forEach(this::removeHeader);
    return all.size();
  }

  /** Removes one header with its continuations. */
  public void removeHeader(Header header) {
    remove(header.start(), header.end());
  }

  /** Whether a header is removed, alone or as a part of more. */
  public boolean removes(Header header) {
    return list.removes(header.start(), header.end());
  }

  /**
   * Puts a value in place of the first header of a name and removes the others; or adds it.
   *
   * @throws IllegalArgumentException when the name is no token or the value holds a line end
   */
  public void setHeader(String name, String value) {
    HeaderText.name(name);
    HeaderText.value(value);
    List<Header> all = message.headers(name);
    if (all.isEmpty()) {
      appendHeader(name + ": " + value);
      return;
    }
    Octets old = all.get(0).octets();
    if (old.length() == 0) {
      Header empty = all.get(0);
      replace(empty.start(), empty.end(), name + ": " + value + "\r\n");
    } else {
      replace(old.offset(), old.offset() + old.length(), value);
    }
    all.subList(1, all.size()).forEach(this::removeHeader);
  }

  private static String terminated(String lines) {
    return lines.endsWith("\n") ? lines : lines + "\r\n";
  }

  // Start line

  /**
   * The Request-URI to send; the last one wins.
   *
   * @throws IllegalStateException on a response
   */
  public void requestUri(String uri) {
    if (!(message instanceof SipRequest request)) {
      throw new IllegalStateException("a response has no Request-URI");
    }
    Octets old = request.requestUriOctets();
    replace(old.offset(), old.offset() + old.length(), uri);
  }

  /**
   * The status to send; the last one wins.
   *
   * @param code 100 to 699
   * @throws IllegalStateException on a request
   */
  public void status(int code, String reason) {
    if (!(message instanceof SipResponse response)) {
      throw new IllegalStateException("a request has no status");
    }
    Octets old = response.statusOctets();
    replace(old.offset(), old.offset() + old.length(), code + " " + reason);
  }

  // Body

  /**
   * A new body with its type; a Content-Type that says otherwise leaves, Content-Length follows.
   * The last body wins, with its type.
   *
   * @return false when the message has {@link #MOST} edits already
   */
  public boolean setBody(byte[] content, String contentType) {
    dropBodyEdits();
    if (body != null && body.typeLine() != null) {
      list.forget(body.typeLine());
    }
    Header old = message.header(HeaderType.CONTENT_TYPE);
    if (old != null && !removes(old) && old.value().equals(contentType)) {
      body = new NewBody(new Octets(content, 0, content.length), null);
      return true;
    }
    message.headers(HeaderType.CONTENT_TYPE).forEach(this::removeHeader);
    int at = message.headersEnd();
    Edit line = new Edit(at, at, Edit.literal(Octets.of("Content-Type: " + contentType + "\r\n")));
    body = new NewBody(new Octets(content, 0, content.length), line);
    return add(line);
  }

  /** No body; Content-Type stays, Content-Length follows. */
  public void removeBody() {
    dropBodyEdits();
    body = new NewBody(new Octets(new byte[0], 0, 0), body == null ? null : body.typeLine());
  }

  private void dropBodyEdits() {
    list.forgetFrom(message.bodyStart());
  }

  /** Whether the body that leaves differs from the one that came. */
  boolean bodyChanged() {
    return body != null || (message.hasBody() && list.reaches(message.bodyStart()));
  }

  @Nullable NewBody newBody() {
    return body;
  }

  EditList list() {
    return list;
  }

  /**
   * A body to send instead of the received one.
   *
   * @param typeLine the edit that adds its Content-Type; null leaves the received one
   */
  record NewBody(Octets content, @Nullable Edit typeLine) {}
}
