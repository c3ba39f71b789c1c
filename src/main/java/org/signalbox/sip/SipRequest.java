// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** A request. */
public final class SipRequest extends SipMessage {

  private final StartLine line;
  private final Method known;
  private final String method;
  private @Nullable ParsedValue uri;
  private boolean rportForced;
  private boolean standIn;
  private boolean answeredOnlyBack;
  private boolean endsWithAnswer;

  SipRequest(
      long id,
      byte[] array,
      int start,
      int end,
      StartLine line,
      HeaderIndex index,
      @Nullable ReceiveInfo received) {
    super(id, array, start, end, index, received);
    this.line = line;
    this.known = Method.of(array, start, line.firstTo);
    this.method = known == Method.OTHER ? Ascii.text(array, start, line.firstTo) : known.name();
  }

  /** The method as written; one of {@link Method} is that constant's name. */
  public String method() {
    return method;
  }

  /** The method if it has a number of its own, else {@link Method#OTHER}. */
  public Method known() {
    return known;
  }

  public boolean is(Method wanted) {
    return known == wanted;
  }

  /** The Request-URI as received; null when it is malformed, see {@link #requestUriProblem}. */
  public @Nullable Uri requestUri() {
    return parsedUri() instanceof Uri good ? good : null;
  }

  /** What is wrong with the Request-URI, or null. */
  public @Nullable ParseProblem requestUriProblem() {
    return parsedUri() instanceof ParseProblem problem ? problem : null;
  }

  private ParsedValue parsedUri() {
    ParsedValue value = uri;
    if (value == null) {
      value = Uri.parse(array(), line.secondFrom, line.secondTo);
      uri = value;
    }
    return value;
  }

  /** The Request-URI as received, well formed or not. */
  public String requestUriText() {
    return Ascii.text(array(), line.secondFrom, line.secondTo);
  }

  /** The bytes of the Request-URI. */
  public Octets requestUriOctets() {
    return new Octets(array(), line.secondFrom, line.secondTo - line.secondFrom);
  }

  /** Treats the request as if its top Via asked for {@code rport} (Kamailio's force_rport). */
  public void forceRport() {
    rportForced = true;
  }

  public boolean rportForced() {
    return rportForced;
  }

  /**
   * The same request for one branch: what is edited here later does not show in the others. Shares
   * the bytes; {@link #id} is the same.
   */
  public SipRequest forBranch() {
    SipRequest branch =
        new SipRequest(id(), array(), start(), end(), line, index(), local() ? null : received());
    branch.keepDecisionsOf(this);
    if (edited()) {
      branch.edits(edits().copy());
    }
    return branch;
  }

  /** Has replies take the connection that it came by, or none (Kamailio's set_reply_no_connect). */
  public void answerOnlyBack() {
    answeredOnlyBack = true;
  }

  public boolean answeredOnlyBack() {
    return answeredOnlyBack;
  }

  /** Has its connection end behind the reply (Kamailio's set_reply_close). */
  public void endWithAnswer() {
    endsWithAnswer = true;
  }

  public boolean endsWithAnswer() {
    return endsWithAnswer;
  }

  /** Says that nobody has sent it: it stands in where a route runs without a message. */
  public void standIn() {
    standIn = true;
  }

  /** Whether it stands in for a message; so does what comes of its changes. */
  public boolean isStandIn() {
    return standIn;
  }

  void keepDecisionsOf(SipRequest earlier) {
    rportForced = earlier.rportForced;
    standIn = earlier.standIn;
    answeredOnlyBack = earlier.answeredOnlyBack;
    endsWithAnswer = earlier.endsWithAnswer;
  }

  @Override
  public String version() {
    return Ascii.text(array(), line.versionFrom, line.versionTo);
  }

  /**
   * Writes the request as it leaves for one destination: edits applied, {@code via} on top, {@code
   * received} and {@code rport} filled in below it if it was received, Content-Length right for
   * streams.
   */
  public void writeTo(OutputBuffer out, OutgoingVia via) {
    writeTo(out, via, edits());
  }

  /**
   * The same with the edits of one branch ({@link MessageEdits#copy}) instead of the message's own.
   */
  public void writeTo(OutputBuffer out, OutgoingVia via, MessageEdits branchEdits) {
    MessageWriter.write(this, branchEdits, new Departure(via.sender(), via), out);
  }
}
