// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** A response. */
public final class SipResponse extends SipMessage {

  private final StartLine line;
  private final int statusCode;

  SipResponse(
      long id,
      byte[] array,
      int start,
      int end,
      StartLine line,
      int statusCode,
      HeaderIndex index,
      @Nullable ReceiveInfo received) {
    super(id, array, start, end, index, received);
    this.line = line;
    this.statusCode = statusCode;
  }

  /** 100 to 699. */
  public int statusCode() {
    return statusCode;
  }

  /** 1 to 6: the first digit of the status code. */
  public int statusClass() {
    return statusCode / 100;
  }

  /** Whether it is a 1xx. */
  public boolean provisional() {
    return statusCode < 200;
  }

  /** The reason phrase, which may be empty. */
  public String reason() {
    return Ascii.text(array(), line.secondFrom, line.secondTo);
  }

  /** The bytes of code and reason. */
  public Octets statusOctets() {
    int from = line.firstTo - 3;
    return new Octets(array(), from, line.secondTo - from);
  }

  @Override
  public String version() {
    return Ascii.text(array(), line.versionFrom, line.versionTo);
  }

  /**
   * Writes the response as it is passed on: edits applied, the topmost Via value taken off (RFC
   * 3261 §16.7).
   *
   * @param sender the listening point it leaves from
   */
  public void relayTo(OutputBuffer out, ListeningPoint sender) {
    MessageWriter.write(this, edits(), new Departure(sender, null), out);
  }
}
