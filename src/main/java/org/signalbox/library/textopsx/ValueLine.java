// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.sip.Header;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.Octets;

/** One header with its values and what is added around them; each change is an edit at once. */
final class ValueLine {
  private final MessageEdits edits;
  private final Header header;
  private final List<Value> values = new ArrayList<>();

  ValueLine(MessageEdits edits, Header header, List<String> received) {
    this.edits = edits;
    this.header = header;
    received.forEach(text -> values.add(new Value(text)));
  }

  /** One received value; null when it is removed. */
  final class Value {
    private final List<String> before = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();
    private @Nullable String text;

    private Value(String text) {
      this.text = text;
    }

    @Nullable String text() {
      return text;
    }

    boolean become(@Nullable String changed) {
      text = changed;
      return write();
    }

    boolean insert(String added) {
      before.add(added);
      return write();
    }

    boolean append(String added) {
      behind.add(added);
      return write();
    }

    private void addTo(List<String> texts) {
      texts.addAll(before);
      if (text != null) {
        texts.add(text);
      }
      texts.addAll(behind);
    }

    private boolean forget(String unwanted) {
      boolean any = before.removeIf(added -> added.strip().equalsIgnoreCase(unwanted));
      any |= behind.removeIf(added -> added.strip().equalsIgnoreCase(unwanted));
      if (text != null && text.strip().equalsIgnoreCase(unwanted)) {
        text = null;
        any = true;
      }
      return any;
    }
  }

  /** How many values were received. */
  int size() {
    return values.size();
  }

  Value value(int index) {
    return values.get(index);
  }

  /** All values as they stand. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> value.addTo(texts));
    return texts;
  }

  /** Removes every value that is a text, in any case. */
  void exclude(String text) {
    boolean any = false;
    for (Value value : values) {
      any |= value.forget(text);
    }
    if (any) {
      write();
    }
  }

  /** Removes all of them, and so the header. */
  void clear() {
    values.clear();
    write();
  }

  private boolean write() {
    List<String> texts = texts();
    if (texts.isEmpty()) {
      edits.removeHeader(header);
      return true;
    }
    Octets old = header.octets();
    Octets text = WireText.octets(String.join(",", texts));
    return edits.replace(old.offset(), old.offset() + old.length(), text);
  }
}
