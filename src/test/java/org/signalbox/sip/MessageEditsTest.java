// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** lumps.md §2, §3 and §5, with those of its cases that need no script. */
class MessageEditsTest {

  private static final String R0 =
      """
      MESSAGE sip:plain@b.example SIP/2.0
      Via: SIP/2.0/UDP 127.0.0.1:22002;branch=z9hG4bKxplain
      From: <sip:alice@a.example>;tag=ft1
      To: <sip:bob@b.example>
      Call-ID: c-1
      CSeq: 1 MESSAGE
      Max-Forwards: 70
      Contact: <sip:alice@127.0.0.1>
      X-Foo: one
      s: old
      X-Foo: two
      Content-Length: 0

      """;

  private static final String SDP = R0.replace("Length: 0", "Length: 5") + "v=0x\n";

  private SipRequest request;
  private MessageEdits edits;

  @BeforeEach
  void readTheRequest() {
    request = Messages.request(R0, Messages.from("127.0.0.1", 22002));
    edits = request.edits();
  }

  private String written() {
    return Messages.text(request);
  }

  @Test
  void withoutEditsNothingChanges() {
    assertThat(request.edited()).isFalse();
    assertThat(written()).isEqualTo(R0);
  }

  /** Case 3. */
  @Test
  void appendedLinesComeLastInOrderOfTheCalls() {
    edits.appendHeader("X-A: 1\r\n");
    edits.appendHeader("X-B: 2");
    assertThat(written()).endsWith("Content-Length: 0\nX-A: 1\nX-B: 2\n\n");
    assertThat(request.value("X-A")).isNull();
    assertThat(request.edited()).isTrue();
  }

  /** Case 4. */
  @Test
  void insertedLinesComeFirstInOrderOfTheCalls() {
    edits.insertHeader("X-A: 1\r\n");
    edits.insertHeader("X-B: 2\r\n");
    assertThat(written()).contains("SIP/2.0\nX-A: 1\nX-B: 2\nVia:");
  }

  /** Cases 5 to 7. */
  @Test
  void linesNextToAHeaderKeepTheOrderOfTheCalls() {
    edits.appendHeader("X-A: 1", "From");
    edits.insertHeader("X-B: 1", "To");
    edits.appendHeader("X-C: 1", "from");
    edits.insertHeader("X-D: 1", "t");
    assertThat(written()).contains("tag=ft1\nX-A: 1\nX-B: 1\nX-C: 1\nX-D: 1\nTo:");
  }

  /** Case 8. */
  @Test
  void withoutTheHeaderLinesGoToTheEnds() {
    edits.appendHeader("X-A: 1", "Nosuch");
    edits.insertHeader("X-B: 1", "Nosuch");
    edits.insertHeader("X-C: 1", "Via");
    assertThat(written()).contains("SIP/2.0\nX-B: 1\nX-C: 1\nVia:").endsWith("0\nX-A: 1\n\n");
  }

  /** Cases 9 and 17. */
  @Test
  void ofSeveralTheLastAndTheFirstCount() {
    edits.appendHeader("X-A: 1", "X-Foo");
    edits.insertHeader("X-B: 1", "X-Foo");
    assertThat(written()).contains("X-B: 1\nX-Foo: one\n").contains("X-Foo: two\nX-A: 1\n");
  }

  /** Case 11. */
  @Test
  void removingTwiceRemovesOnce() {
    assertThat(edits.removeHeaders("X-Foo")).isEqualTo(2);
    assertThat(edits.removeHeaders("x-foo")).isEqualTo(2);
    assertThat(edits.removeHeaders("X-None")).isZero();
    assertThat(written()).doesNotContain("X-Foo").contains("s: old\nContent-Length");
    assertThat(request.headers("X-Foo")).hasSize(2);
  }

  /** Cases 12 and 36. */
  @Test
  void whatIsAddedWhereAHeaderLeftTakesItsPlace() {
    edits.removeHeaders("Subject");
    edits.appendHeader("X-S: 1", "Subject");
    edits.insertHeader("X-T: 1", "Subject");
    assertThat(written()).contains("X-Foo: one\nX-T: 1\nX-S: 1\nX-Foo: two\n");
  }

  /** Case 35, the better way: in either order the text inside goes with the header. */
  @Test
  void textInsideARemovedHeaderIsDropped() {
    Octets old = request.header("Subject").octets();
    edits.replace(old.offset(), old.offset() + 3, "XX");
    edits.removeHeaders("Subject");
    assertThat(written()).contains("X-Foo: one\nX-Foo: two\n").doesNotContain("XX");
    edits.clear();
    edits.removeHeaders("Subject");
    edits.replace(old.offset(), old.offset() + 3, "XX");
    assertThat(written()).contains("X-Foo: one\nX-Foo: two\n").doesNotContain("XX");
  }

  @Test
  void overlappingRemovalsRemoveTheirUnion() {
    int at = request.header("From").start();
    edits.remove(at + 2, at + 8);
    edits.remove(at, at + 4);
    edits.remove(at + 6, at + 10);
    edits.insert(at + 5, "dropped");
    assertThat(written()).contains("xplain\n:alice");
  }

  /** Case 34, the better way. */
  @Test
  void theLastReplacementWins() {
    Octets uri = request.from().uriOctets();
    edits.replace(uri.offset(), uri.offset() + uri.length(), "sip:a1@x");
    edits.replace(uri.offset(), uri.offset() + uri.length(), "sip:a2@y");
    assertThat(edits.replacement(uri.offset(), uri.offset() + uri.length())).isEqualTo("sip:a2@y");
    assertThat(written()).contains("From: <sip:a2@y>;tag=ft1");
    assertThat(edits.replacement(0, 1)).isNull();
  }

  @Test
  void headersCanBeSet() {
    edits.setHeader("Subject", "new");
    edits.setHeader("x-foo", "three");
    edits.setHeader("X-New", "4");
    edits.setHeader("subject", "newer");
    assertThat(written())
        .contains("X-Foo: three\ns: newer\nContent-Length: 0\nX-New: 4\n\n")
        .doesNotContain("two");
  }

  @Test
  void anEmptyHeaderCanBeSet() {
    SipRequest empty = Messages.request(R0.replace("s: old", "s:"));
    empty.edits().setHeader("s", "new");
    assertThat(Messages.text(empty)).contains("X-Foo: one\ns: new\nX-Foo: two\n");
  }

  @Test
  void theRequestLineChangesItsUriOnly() {
    edits.requestUri("sip:xyz@new.example");
    edits.requestUri("sip:abc@new.example");
    assertThat(written()).startsWith("MESSAGE sip:abc@new.example SIP/2.0\nVia:");
    assertThat(request.requestUriText()).isEqualTo("sip:plain@b.example");
    assertThatThrownBy(() -> edits.status(200, "x")).isInstanceOf(IllegalStateException.class);
  }

  /** Case 71. */
  @Test
  void theStatusLineChanges() {
    SipResponse response = Messages.response("SIP/2.0 200 OK\nX: y\n\n");
    response.edits().status(299, "Changed");
    assertThat(Messages.text(response)).isEqualTo("SIP/2.0 299 Changed\nX: y\n\n");
    assertThatThrownBy(() -> response.edits().requestUri("x"))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Cases 21 and 22, the better way: one Content-Type. */
  @Test
  void aNewBodyBringsItsTypeAndLength() {
    SipRequest sdp = Messages.request(SDP.replace("s: old", "c: application/sdp"));
    sdp.edits().setBody("hello".getBytes(StandardCharsets.UTF_8), "text/plain");
    sdp.edits().setBody("hello world".getBytes(StandardCharsets.UTF_8), "text/html");
    assertThat(Messages.text(sdp))
        .endsWith("X-Foo: two\nContent-Length: 11\nContent-Type: text/html\n\nhello world")
        .doesNotContain("application/sdp");
    assertThat(sdp.body()).hasToString("v=0x\r");
  }

  @Test
  void aNewBodyWithoutContentLengthGetsOne() {
    SipRequest bare = Messages.request(R0.replace("Content-Length: 0\n", ""));
    bare.edits().setBody("abc".getBytes(StandardCharsets.UTF_8), "text/plain");
    assertThat(Messages.text(bare))
        .endsWith("two\nContent-Type: text/plain\nContent-Length: 3\n\nabc");
  }

  /** Case 23. */
  @Test
  void aRemovedBodyLeavesItsType() {
    SipRequest sdp = Messages.request(SDP.replace("s: old", "c: application/sdp"));
    sdp.edits().removeBody();
    assertThat(Messages.text(sdp)).contains("c: application/sdp\n").endsWith("Length: 0\n\n");
  }

  /** Cases 24 and 25. */
  @Test
  void editsInsideTheBodyMoveContentLength() {
    SipRequest sdp = Messages.request(SDP);
    int at = sdp.bodyStart() + 2;
    sdp.edits().replace(at, at + 1, "1000");
    sdp.edits().insert(sdp.end(), "end");
    assertThat(Messages.text(sdp)).endsWith("Content-Length: 12\n\nv=1000x\nend");
    SipRequest bare = Messages.request(SDP.replace("Content-Length: 5\n", ""));
    bare.edits().remove(bare.bodyStart(), bare.bodyStart() + 2);
    assertThat(Messages.text(bare)).endsWith("X-Foo: two\n\n0x\n");
  }

  /** Case 38. */
  @Test
  void contentLengthCanLeave() {
    edits.removeHeaders("Content-Length");
    assertThat(written()).endsWith("X-Foo: two\n\n");
  }

  @Test
  void aCopyGoesItsOwnWay() {
    edits.appendHeader("X-All: 1");
    MessageEdits branch = edits.copy();
    branch.appendHeader("X-One: 1");
    branch.setBody(new byte[] {'a'}, "a/b");
    edits.appendHeader("X-Later: 1");
    OutputBuffer out = new OutputBuffer();
    request.writeTo(out, new OutgoingVia(Messages.UDP_POINT, "z9hG4bKb"), branch);
    assertThat(Messages.text(out))
        .endsWith("X-All: 1\nX-One: 1\nContent-Type: a/b\n\na")
        .doesNotContain("X-Later");
    assertThat(written()).endsWith("X-All: 1\nX-Later: 1\n\n").doesNotContain("X-One");
  }

  @Test
  void editsStayInsideTheMessageAndWithinBounds() {
    assertThatThrownBy(() -> edits.insert(-1, "x")).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> edits.remove(0, request.end() + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aFullListTakesNoMore() {
    for (int i = 0; i < MessageEdits.MOST; i++) {
      assertThat(edits.insert(request.start() + i % 20, "x")).isTrue();
    }
    assertThat(edits.appendHeader("X: 1")).isFalse();
    assertThat(written()).hasSize(R0.length() + MessageEdits.MOST);
  }

  @Test
  void aMessageWithoutItsEmptyLineGetsOne() {
    SipRequest cut = Messages.request("OPTIONS sip:h SIP/2.0\nX: y\n");
    cut.edits().appendHeader("Z: 1");
    assertThat(Messages.text(cut)).isEqualTo("OPTIONS sip:h SIP/2.0\nX: y\nZ: 1\n\n");
  }

  /** Cases 13 to 15 and 81: later edits are relative to the applied ones. */
  @Test
  void appliedEditsBecomeTheMessage() {
    edits.removeHeaders("Subject");
    edits.appendHeader("Subject: new");
    edits.requestUri("sip:apply@zz");
    edits.setBody("abc".getBytes(StandardCharsets.UTF_8), "text/plain");
    SipRequest applied = (SipRequest) request.applied();
    assertThat(applied.id()).isEqualTo(request.id());
    assertThat(applied.received()).isEqualTo(request.received());
    assertThat(applied.edited()).isFalse();
    assertThat(applied.value("Subject")).isEqualTo("new");
    assertThat(applied.requestUriText()).isEqualTo("sip:apply@zz");
    assertThat(applied.body()).hasToString("abc");
    assertThat(applied.contentLength()).isEqualTo(3);
    assertThat(Messages.text(applied)).isEqualTo(written());
    applied.edits().removeHeaders("Subject");
    assertThat(Messages.text(applied)).doesNotContain("Subject");
  }

  @Test
  void editsThatLeaveNoMessageAreAProblem() {
    edits.remove(request.start(), request.headersStart());
    assertThat(request.applied()).isInstanceOf(ParseProblem.class);
  }
}
