// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** Knows which form the value of each header type has. */
final class HeaderValues {

  private HeaderValues() {}

  /** The first value of a header, a {@link ParseProblem}, or the text of one without a form. */
  static Object read(HeaderType type, byte[] a, int from, int to) {
    return switch (type) {
      case VIA -> Via.read(a, from, to);
      case CSEQ -> CSeq.read(a, from, to);
      case FROM,
          TO,
          CONTACT,
          ROUTE,
          RECORD_ROUTE,
          PATH,
          SERVICE_ROUTE,
          DIVERSION,
          REMOTE_PARTY_ID,
          REFER_TO,
          REFERRED_BY,
          REPLY_TO,
          P_ASSERTED_IDENTITY,
          P_PREFERRED_IDENTITY,
          HISTORY_INFO ->
          AddressReader.first(a, type, from, to);
      case CONTENT_LENGTH -> number(a, from, to, Integer.MAX_VALUE);
      case MAX_FORWARDS -> number(a, from, to, 255);
      case EXPIRES, MIN_EXPIRES -> number(a, from, to, 0xffff_ffffL);
      case CALL_ID -> text(a, from, to);
      case MALFORMED -> new ParseProblem(from, "a header line without a name and a colon");
      default -> Folding.text(a, from, to);
    };
  }

  private static Object number(byte[] a, int from, int to, long max) {
    return Ascii.number(a, from, to, max) < 0
        ? new ParseProblem(from, "the header holds no number up to " + max)
        : Folding.text(a, from, to);
  }

  private static Object text(byte[] a, int from, int to) {
    return from == to ? new ParseProblem(from, "the header is empty") : Folding.text(a, from, to);
  }
}
