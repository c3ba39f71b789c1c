// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One SIP message over the bytes it arrived in. Values are read when first asked for and kept; what
 * is malformed reads as absent, and {@link #problem} says why. Changes are kept apart in {@link
 * #edits} and never show in the accessors. One thread at a time, handed over safely.
 */
public abstract sealed class SipMessage implements Parsed permits SipRequest, SipResponse {

  private static final AtomicLong LAST_ID = new AtomicLong();

  private final long id;
  private final byte[] array;
  private final int start;
  private final int end;
  private final HeaderIndex index;
  private final @Nullable ReceiveInfo received;

  /** What was read of header i: its value or a {@link ParseProblem}; null where nobody asked. */
  private @Nullable Object @Nullable [] kept;

  private @Nullable List<Via> vias;
  private @Nullable Map<HeaderType, List<NameAddress>> addresses;
  private @Nullable Map<HeaderForm<?>, HeaderForm.Read<?>> forms;
  private @Nullable MessageEdits edits;

  SipMessage(
      long id,
      byte[] array,
      int start,
      int end,
      HeaderIndex index,
      @Nullable ReceiveInfo received) {
    this.id = id;
    this.array = array;
    this.start = start;
    this.end = end;
    this.index = index;
    this.received = received;
  }

  static long nextId() {
    return LAST_ID.incrementAndGet();
  }

  /** A number of this message in this process, greater than that of every earlier one. */
  public final long id() {
    return id;
  }

  /** Whether this server built the message, so that there is no {@link #received}. */
  public final boolean local() {
    return received == null;
  }

  /**
   * Where it came from.
   *
   * @throws IllegalStateException when this server built it
   */
  public final ReceiveInfo received() {
    if (received == null) {
      throw new IllegalStateException("built here, not received");
    }
    return received;
  }

  /** The array that holds the message; nobody may change it but {@link #lowerMaxForwards}. */
  public final byte[] array() {
    return array;
  }

  /** Offset of the start line in {@link #array}. */
  public final int start() {
    return start;
  }

  /** Offset behind the last byte. */
  public final int end() {
    return end;
  }

  /** Bytes of the message as received. */
  public final int length() {
    return end - start;
  }

  /** Offset of the first header. */
  public final int headersStart() {
    return index.start(0);
  }

  /** Offset of the empty line behind the headers; {@link #end} when there is none. */
  public final int headersEnd() {
    return index.end();
  }

  /** Offset behind that empty line. */
  public final int bodyStart() {
    return index.bodyStart();
  }

  /** {@code SIP/2.0}, as written. */
  public abstract String version();

  // Headers

  /** The first header of this type, or null. */
  public final @Nullable Header header(HeaderType type) {
    int i = index.next(type, 0);
    return i < 0 ? null : new Header(array, index, i);
  }

  /** The first header of this name, long or compact, in any case; or null. */
  public final @Nullable Header header(String name) {
    int i = index.next(array, HeaderType.of(name), name, 0);
    return i < 0 ? null : new Header(array, index, i);
  }

  /** The value of the first header of this type; null when absent. */
  public final @Nullable String value(HeaderType type) {
    int i = index.next(type, 0);
    return i < 0 ? null : Folding.text(array, index.valueStart(i), index.valueEnd(i));
  }

  /** The value of the first header of this name, long or compact, in any case; null when absent. */
  public final @Nullable String value(String name) {
    Header header = header(name);
    return header == null ? null : header.value();
  }

  /** All headers in message order, malformed lines included. */
  public final List<Header> headers() {
    List<Header> all = new ArrayList<>(index.count());
    for (int i = 0; i < index.count(); i++) {
      all.add(new Header(array, index, i));
    }
    return all;
  }

  /** The headers of this type in message order. */
  public final List<Header> headers(HeaderType type) {
    List<Header> all = new ArrayList<>();
    for (int i = index.next(type, 0); i >= 0; i = index.next(type, i + 1)) {
      all.add(new Header(array, index, i));
    }
    return all;
  }

  /** The headers of this name, long or compact, in any case, in message order. */
  public final List<Header> headers(String name) {
    HeaderType type = HeaderType.of(name);
    List<Header> all = new ArrayList<>();
    for (int i = index.next(array, type, name, 0);
        i >= 0;
        i = index.next(array, type, name, i + 1)) {
      all.add(new Header(array, index, i));
    }
    return all;
  }

  /** The values of all headers of this type, lists taken apart at their commas. */
  public final List<String> values(HeaderType type) {
    List<String> all = new ArrayList<>();
    for (Header header : headers(type)) {
      all.addAll(header.values());
    }
    return all;
  }

  /** Whether there is a header of this type, well formed or not. */
  public final boolean has(HeaderType type) {
    return index.next(type, 0) >= 0;
  }

  // Values that have a form of their own

  /** The topmost Via value; null when absent or malformed. */
  public final @Nullable Via topVia() {
    return read(HeaderType.VIA) instanceof Via via ? via : null;
  }

  /** All Via values from the top, up to the first malformed one. */
  public final List<Via> vias() {
    List<Via> all = vias;
    if (all == null) {
      all = List.copyOf(ViaParts.all(array, index));
      vias = all;
    }
    return all;
  }

  /** CSeq; null when absent or malformed. */
  public final @Nullable CSeq cseq() {
    return read(HeaderType.CSEQ) instanceof CSeq cseq ? cseq : null;
  }

  /** From; null when absent or malformed. */
  public final @Nullable NameAddress from() {
    return read(HeaderType.FROM) instanceof NameAddress address ? address : null;
  }

  /** To; null when absent or malformed. */
  public final @Nullable NameAddress to() {
    return read(HeaderType.TO) instanceof NameAddress address ? address : null;
  }

  /** The tag of From; null without one. */
  public final @Nullable String fromTag() {
    NameAddress from = from();
    return from == null ? null : from.tag();
  }

  /** The tag of To; null without one. */
  public final @Nullable String toTag() {
    NameAddress to = to();
    return to == null ? null : to.tag();
  }

  /** Call-ID; null when absent or empty. */
  public final @Nullable String callId() {
    return read(HeaderType.CALL_ID) instanceof String text ? text : null;
  }

  /** The bytes of Call-ID; null when absent or empty. */
  public final @Nullable Octets callIdOctets() {
    int i = index.next(HeaderType.CALL_ID, 0);
    int from = i < 0 ? 0 : index.valueStart(i);
    int length = i < 0 ? 0 : index.valueEnd(i) - from;
    return length == 0 ? null : new Octets(array, from, length);
  }

  /** Content-Length; -1 when absent or malformed. */
  public final int contentLength() {
    return (int) number(HeaderType.CONTENT_LENGTH, Integer.MAX_VALUE);
  }

  /** Max-Forwards, 0 to 255; -1 when absent or malformed. */
  public final int maxForwards() {
    return (int) number(HeaderType.MAX_FORWARDS, 255);
  }

  /** Expires in seconds, 0 to 2^32 - 1; -1 when absent or malformed. */
  public final long expires() {
    return number(HeaderType.EXPIRES, 0xffff_ffffL);
  }

  private long number(HeaderType type, long max) {
    int i = index.next(type, 0);
    int to = i < 0 ? 0 : index.valueEnd(i);
    return i < 0
        ? -1
        : Ascii.number(array, Ascii.skipSpace(array, index.valueStart(i), to), to, max);
  }

  /**
   * Writes a smaller number over the value of Max-Forwards, blanks in place of the digits that are
   * left over. It is no edit: it costs nothing, shows at once, and stays.
   *
   * @param hops 0 or more, with no more digits than the value has characters
   * @throws IllegalArgumentException when there is no room for it
   */
  public final void lowerMaxForwards(int hops) {
    int i = index.next(HeaderType.MAX_FORWARDS, 0);
    int from = i < 0 ? 0 : index.valueStart(i);
    int at = i < 0 ? 0 : index.valueEnd(i);
    int rest = hops;
    do {
      if (at == from) {
        throw new IllegalArgumentException("no room in Max-Forwards for " + hops);
      }
      array[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    Arrays.fill(array, from, at, (byte) ' ');
  }

  /** The first value of a header that holds addresses; null when absent, {@code *} or malformed. */
  public final @Nullable NameAddress address(HeaderType type) {
    return read(type) instanceof NameAddress address ? address : null;
  }

  /**
   * The addresses of all headers of this type, without malformed ones: Contact, Route,
   * Record-Route, Path, P-Asserted-Identity, Refer-To... A Contact of {@code *} has none ({@link
   * #wildcardContact}).
   */
  public final List<NameAddress> addresses(HeaderType type) {
    Map<HeaderType, List<NameAddress>> known = addresses;
    if (known == null) {
      known = new EnumMap<>(HeaderType.class);
      addresses = known;
    }
    return known.computeIfAbsent(type, wanted -> AddressReader.all(array, index, wanted));
  }

  /** Whether Contact is {@code *}, as in a REGISTER that removes all bindings. */
  public final boolean wildcardContact() {
    int i = index.next(HeaderType.CONTACT, 0);
    return i >= 0
        && index.valueEnd(i) - index.valueStart(i) == 1
        && array[index.valueStart(i)] == '*';
  }

  /** What is wrong with the first header of this type; null when it is well formed or absent. */
  public final @Nullable ParseProblem problem(HeaderType type) {
    return read(type) instanceof ParseProblem problem ? problem : null;
  }

  /** The first well-formed header of a form; null when there is none. */
  public final <T> @Nullable T read(HeaderForm<T> form) {
    List<T> values = kept(form).values();
    return values.isEmpty() ? null : values.get(0);
  }

  /** The values of all well-formed headers of a form, in message order. */
  public final <T> List<T> readAll(HeaderForm<T> form) {
    return kept(form).values();
  }

  /** What is wrong with the first malformed header of a form; null when all are well formed. */
  public final @Nullable ParseProblem problem(HeaderForm<?> form) {
    return kept(form).problem();
  }

  @SuppressWarnings("unchecked") // under a form stands nothing but what it has read
  private <T> HeaderForm.Read<T> kept(HeaderForm<T> form) {
    Map<HeaderForm<?>, HeaderForm.Read<?>> known = forms;
    if (known == null) {
      known = new HashMap<>();
      forms = known;
    }
    return (HeaderForm.Read<T>) known.computeIfAbsent(form, wanted -> wanted.read(this));
  }

  private @Nullable Object read(HeaderType type) {
    int i = index.next(type, 0);
    if (i < 0) {
      return null;
    }
    @Nullable Object[] values = kept;
    if (values == null) {
      values = new Object[index.count()];
      kept = values;
    }
    Object value = values[i];
    if (value == null) {
      value = HeaderValues.read(type, array, index.valueStart(i), index.valueEnd(i));
      values[i] = value;
    }
    return value;
  }

  // Body

  /** The body: what Content-Length covers of the bytes behind the headers, all without one. */
  public final Octets body() {
    int present = end - bodyStart();
    int declared = contentLength();
    return new Octets(array, bodyStart(), declared < 0 ? present : Math.min(declared, present));
  }

  /** Whether the body is not empty. */
  public final boolean hasBody() {
    return end > bodyStart() && contentLength() != 0;
  }

  // Changes and output

  /** The changes to apply when the message leaves. */
  public final MessageEdits edits() {
    MessageEdits own = edits;
    if (own == null) {
      own = new MessageEdits(this);
      edits = own;
    }
    return own;
  }

  /** Whether there are changes to apply. */
  public final boolean edited() {
    return edits != null && !edits.isEmpty();
  }

  final void edits(MessageEdits given) {
    edits = given;
  }

  final HeaderIndex index() {
    return index;
  }

  /** Writes the message with its edits applied; no Via is added or removed. */
  public final void writeTo(OutputBuffer out) {
    if (edited()) {
      writeTo(out, edits());
    } else {
      out.append(array, start, end - start);
    }
  }

  /** The same with other edits of this message ({@link MessageEdits#copy}). */
  public final void writeTo(OutputBuffer out, MessageEdits others) {
    MessageWriter.write(this, others, Departure.NOWHERE, out);
  }

  /** The bytes that {@link #writeTo} writes. */
  public final byte[] toBytes() {
    OutputBuffer out = new OutputBuffer(length() + 256);
    writeTo(out);
    return out.toBytes();
  }

  /**
   * The message as if it had arrived with its edits applied: same {@link #id}, same sender, no
   * edits (Kamailio's msg_apply_changes).
   *
   * @return a problem when the edits leave no message
   */
  public final Parsed applied() {
    return applied(edits());
  }

  /** The same with other edits of this message ({@link MessageEdits#copy}). */
  public final Parsed applied(MessageEdits others) {
    OutputBuffer out = new OutputBuffer(length() + 256);
    writeTo(out, others);
    return replacedBy(out.toBytes());
  }

  /**
   * Another message in the place of this one: same {@link #id}, same sender, no edits (Kamailio's
   * msg_set_buffer).
   *
   * @param bytes kept by the message: the caller no longer changes them
   * @return a problem when they are no message, or a response where this is a request
   */
  public final Parsed replacedBy(byte[] bytes) {
    Parsed other = SipParser.read(id, bytes, 0, bytes.length, received);
    if (this instanceof SipRequest old && other instanceof SipRequest changed) {
      changed.keepDecisionsOf(old);
    } else if (other instanceof SipMessage && other.getClass() != getClass()) {
      return new ParseProblem(0, "a response cannot take the place of a request, nor the reverse");
    }
    return other;
  }

  /**
   * The message as if it had come from elsewhere or to another socket: same bytes, {@link #id} and
   * edits. Replies to it take that way.
   */
  public final SipMessage receivedAs(ReceiveInfo origin) {
    Parsed again = SipParser.read(id, array, start, end, origin);
    if (!(again instanceof SipMessage other)) {
      throw new IllegalStateException("it was a message before");
    }
    other.edits = edits;
    if (this instanceof SipRequest old && other instanceof SipRequest request) {
      request.keepDecisionsOf(old);
    }
    return other;
  }

  /** The message as received, for diagnostics. */
  @Override
  public final String toString() {
    return Ascii.text(array, start, end);
  }
}
