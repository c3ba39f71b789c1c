// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Octets;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Via;

/**
 * A message that is kept: its bytes as received and where it came from. What the script had changed
 * in it is not part of it. Thread-safe; the package-private links belong to its {@link Slot}.
 */
public final class StoredMessage {
  /** What a message takes besides its bytes and its keys, about. */
  static final int OVERHEAD = 450;

  private final byte[] bytes;
  private final @Nullable ReceiveInfo received;
  private final long messageId;
  private final String callId;
  private final String id;
  private final @Nullable String branch;
  private final int flags;
  private final boolean rportForced;
  private final long storedNanos;
  private final long storedMillis;

  // Guarded by the slot.
  long number;
  boolean kept;
  @Nullable StoredMessage older;
  @Nullable StoredMessage younger;

  /**
   * What is kept.
   *
   * @param id as scripts hold texts
   * @param flags the message flags that its script has set, a bit each
   */
  record Wanted(SipMessage message, String id, int flags) {}

  private StoredMessage(Wanted wanted, String callId, long now, Instant at) {
    SipMessage message = wanted.message();
    this.bytes = new byte[message.length()];
    System.arraycopy(message.array(), message.start(), bytes, 0, bytes.length);
    this.received = message.local() ? null : message.received();
    this.messageId = message.id();
    this.callId = callId;
    this.id = wanted.id();
    this.branch = branch(message);
    this.flags = wanted.flags();
    this.rportForced = message instanceof SipRequest request && request.rportForced();
    this.storedNanos = now;
    this.storedMillis = at.toEpochMilli();
  }

  /** A copy of a message; null when it lacks From with a tag, Call-ID, CSeq or Via. */
  static @Nullable StoredMessage copy(Wanted wanted, long now, Instant at) {
    String callId = callId(wanted.message());
    return callId == null ? null : new StoredMessage(wanted, callId, now, at);
  }

  /**
   * The Call-ID of a message that has all it needs to be kept, as scripts hold texts; else null.
   */
  static @Nullable String callId(SipMessage message) {
    Octets callId = message.callIdOctets();
    return callId != null
            && message.fromTag() != null
            && message.cseq() != null
            && message.topVia() != null
        ? WireText.of(callId)
        : null;
  }

  /** The branch of the topmost Via; null without one. */
  static @Nullable String branch(SipMessage message) {
    Via via = message.topVia();
    Octets branch = via == null ? null : via.branchOctets();
    return branch == null || branch.length() == 0 ? null : WireText.of(branch);
  }

  /**
   * The message once more, with the number it had and from where it came: every time a new one,
   * that nobody has edited. Replies go where they would have gone.
   */
  public SipMessage message() {
    if (SipParser.parseAgain(messageId, bytes, received) instanceof SipMessage message) {
      if (rportForced && message instanceof SipRequest request) {
        request.forceRport();
      }
      return message;
    }
    throw new IllegalStateException("a message that could be read cannot be read again");
  }

  /** The message flags that its script had set, a bit each. */
  int flags() {
    return flags;
  }

  /** Its number in the table: no other message ever has it. */
  public long number() {
    return number;
  }

  /** Its Call-ID. */
  public String callId() {
    return WireText.decoded(callId);
  }

  /** The id that it was pushed with; may be empty. */
  public String id() {
    return WireText.decoded(id);
  }

  /** The Call-ID, a byte in each char. */
  String callIdKey() {
    return callId;
  }

  /** The id, a byte in each char. */
  String idKey() {
    return id;
  }

  @Nullable String branch() {
    return branch;
  }

  /** Where it came from; null for one that this server had built. */
  public @Nullable ReceiveInfo received() {
    return received;
  }

  /** When it was pushed. */
  public Instant stored() {
    return Instant.ofEpochMilli(storedMillis);
  }

  long storedNanos() {
    return storedNanos;
  }

  /** Its length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** The memory that it takes, in bytes: scripts choose the id, and peers how long the rest is. */
  int weight() {
    int keys = callId.length() + id.length() + (branch == null ? 0 : branch.length());
    return OVERHEAD + bytes.length + keys;
  }

  /** The whole message as text; bytes that are not UTF-8 show as replacement characters. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Its first line. */
  public String firstLine() {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\r' && bytes[end] != '\n') {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** Its CSeq, as {@code 1 INVITE}. */
  public String cseq() {
    CSeq cseq = message().cseq();
    return cseq == null ? "" : cseq.toString();
  }
}
