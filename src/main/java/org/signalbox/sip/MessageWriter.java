// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** Writes a message as it leaves: edits applied, Vias added or taken off, Content-Length right. */
final class MessageWriter {

  private final SipMessage message;
  private final MessageEdits edits;
  private final Departure departure;
  private final OutputBuffer out;
  private final EditList list;

  private MessageWriter(
      SipMessage message, MessageEdits edits, Departure departure, OutputBuffer out) {
    this.message = message;
    this.edits = edits;
    this.departure = departure;
    this.out = out;
    this.list = edits.list().copy();
  }

  static void write(SipMessage message, MessageEdits edits, Departure departure, OutputBuffer out) {
    new MessageWriter(message, edits, departure, out).write();
  }

  private void write() {
    MessageEdits.NewBody body = edits.newBody();
    OutputBuffer changed = body == null && edits.bodyChanged() ? changedBody() : null;
    changeVias();
    contentLength(body, changed);
    byte[] a = message.array();
    list.write(a, message.start(), message.headersEnd(), departure, out);
    if (message.bodyStart() > message.headersEnd()) {
      out.append(a, message.headersEnd(), message.bodyStart() - message.headersEnd());
    } else {
      out.crlf();
    }
    if (body != null) {
      out.append(body.content());
    } else if (changed != null) {
      out.append(changed.array(), 0, changed.size());
    } else {
      out.append(a, message.bodyStart(), message.end() - message.bodyStart());
    }
  }

  private OutputBuffer changedBody() {
    OutputBuffer changed = new OutputBuffer(message.end() - message.bodyStart() + 256);
    list.write(message.array(), message.bodyStart(), message.end(), departure, changed);
    return changed;
  }

  private void changeVias() {
    if (departure.via() != null) {
      addVia(departure.via());
      if (message instanceof SipRequest request && !request.local()) {
        ReceivedVia.edit(request, list);
      }
    } else if (departure.sender() != null && message instanceof SipResponse) {
      removeTopVia();
    }
  }

  private void addVia(OutgoingVia via) {
    Header first = message.header(HeaderType.VIA);
    int at = first == null ? message.headersStart() : first.start();
    list.add(new Edit(at, at, (to, leaving) -> via.writeTo(to)));
  }

  /** The whole line when it holds one value, otherwise the value and its comma. */
  private void removeTopVia() {
    Header line = message.header(HeaderType.VIA);
    Via top = message.topVia();
    if (line == null) {
      return;
    }
    if (top != null && top.parts().next >= 0) {
      list.add(new Edit(top.parts().from, top.parts().next, null));
    } else {
      list.add(new Edit(line.start(), line.end(), null));
    }
  }

  private void contentLength(MessageEdits.@Nullable NewBody body, @Nullable OutputBuffer changed) {
    int length =
        body != null
            ? body.content().length()
            : changed != null ? changed.size() : message.end() - message.bodyStart();
    Header header = message.header(HeaderType.CONTENT_LENGTH);
    if (header == null || list.removes(header.start(), header.end())) {
      if (departure.stream() || (header == null && body != null)) {
        appendLine("Content-Length: " + length + "\r\n");
      }
    } else if (body != null || changed != null || departure.stream()) {
      setLength(header, length);
    }
  }

  private void setLength(Header header, int length) {
    Octets value = header.octets();
    if (Ascii.number(
            value.array(), value.offset(), value.offset() + value.length(), Integer.MAX_VALUE)
        == length) {
      return;
    }
    Octets text = Octets.of(Integer.toString(length));
    list.add(new Edit(value.offset(), value.offset() + value.length(), Edit.literal(text)));
  }

  private void appendLine(String line) {
    int at = message.headersEnd();
    list.add(new Edit(at, at, Edit.literal(Octets.of(line))));
  }
}
