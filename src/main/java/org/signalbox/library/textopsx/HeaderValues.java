// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.sip.Header;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;

/**
 * The values of all headers of a name. Indexes mean the values as received, whatever has been added
 * or removed since; several changes of one header build upon each other.
 */
final class HeaderValues {
  private static final StateKey<Begun> BEGUN = StateKey.ofRun(Begun::new);

  private final SipMessage message;
  private final String name;
  private final List<ValueLine> lines = new ArrayList<>();

  /** The headers that are being changed, by their offsets, and the message they belong to. */
  private static final class Begun {
    private final Map<Integer, ValueLine> lines = new HashMap<>();
    private @Nullable SipMessage message;

    Map<Integer, ValueLine> of(SipMessage current) {
      if (message != current) {
        lines.clear();
        message = current;
      }
      return lines;
    }
  }

  HeaderValues(Frame frame, String name, ValueForm form) {
    this.message = frame.message();
    this.name = name;
    MessageEdits edits = message.edits();
    Map<Integer, ValueLine> begun = frame.state(BEGUN).of(message);
    for (Header header : message.headers(name)) {
      Octets value = header.octets();
      if (value.length() > 0 && !edits.removes(header)) {
        lines.add(
            begun.computeIfAbsent(
                header.start(), start -> new ValueLine(edits, header, form.values(text(value)))));
      }
    }
  }

  /** As received, or as it was changed before this frame began. */
  private String text(Octets value) {
    String changed = message.edits().replacement(value.offset(), value.offset() + value.length());
    return changed == null ? WireText.of(value) : WireText.bytes(changed);
  }

  List<ValueLine> lines() {
    return lines;
  }

  /** The value at an index from 1, or from the end below 0; null when there is none. */
  ValueLine.@Nullable Value at(int index) {
    int count = lines.stream().mapToInt(ValueLine::size).sum();
    int wanted = index < 0 ? count + index : index - 1;
    for (ValueLine line : lines) {
      if (wanted >= 0 && wanted < line.size()) {
        return line.value(wanted);
      }
      wanted -= line.size();
    }
    return null;
  }

  /** Whether one of the values as they stand is a text, in any case. */
  boolean contains(String text) {
    return lines.stream()
        .flatMap(line -> line.texts().stream())
        .anyMatch(value -> value.strip().equalsIgnoreCase(text));
  }

  /** Adds a header of its own behind all others. */
  boolean addLine(String text) {
    return message.edits().insert(message.headersEnd(), line(text));
  }

  /** Adds a header of its own before the others of the name, or behind all when there is none. */
  boolean addFirstLine(String text) {
    Header first = message.header(name);
    int at = first == null ? message.headersEnd() : first.start();
    return message.edits().insert(at, line(text));
  }

  private Octets line(String text) {
    return WireText.octets(name + ": " + text + "\r\n");
  }
}
