// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.VariableTable.Writing;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;

/**
 * From and To: read as received, changed when the message leaves; several changes build upon each
 * other (variables.md §4).
 */
public final class AddressVariables {
  private AddressVariables() {}

  /** All of them. */
  public static VariableFamily family() {
    VariableTable.Builder table = VariableTable.builder();
    add(table, HeaderType.FROM, "f", "from");
    add(table, HeaderType.TO, "t", "to");
    return table.number("ful", AddressVariables::fromLength).build();
  }

  private static void add(
      VariableTable.Builder table, HeaderType type, String letter, String word) {
    UriParts.Source uri = frame -> MessageUris.address(frame, type).parts();
    table
        .text(
            letter + "u " + word,
            frame -> MessageUris.address(frame, type).text(),
            uriWriting(type))
        .plain(letter + "U " + word + ".user", UriParts.user(uri), userWriting(type))
        .plain(letter + "Ul", UriParts.userLength(uri))
        .plain(letter + "d " + word + ".domain", UriParts.host(uri), hostWriting(type))
        .text(letter + "n", frame -> display(frame.message(), type), displayWriting(type))
        .text(letter + "t", frame -> tag(frame.message(), type));
  }

  private static long fromLength(Frame frame) {
    String uri = MessageUris.address(frame, HeaderType.FROM).text();
    return uri == null ? 0 : uri.length();
  }

  private static @Nullable String display(SipMessage message, HeaderType type) {
    NameAddress address = message.address(type);
    String display = address == null ? null : address.writtenDisplayName();
    return display == null ? null : WireText.bytes(display);
  }

  private static @Nullable String tag(SipMessage message, HeaderType type) {
    NameAddress address = message.address(type);
    String tag = address == null ? null : address.tag();
    return tag == null ? null : WireText.bytes(tag);
  }

  private static Writing uriWriting(HeaderType type) {
    return (frame, value) -> {
      if (!value.isPresent()) {
        frame.warning("a URI of " + type.wireName() + " is not deleted");
        return true;
      }
      return text(value) && change(frame, type, parts -> parts.uri = value.text());
    };
  }

  private static Writing userWriting(HeaderType type) {
    return (frame, value) -> {
      String user = value.isPresent() ? value.text() : null;
      return value.kind() != Cell.Kind.NUMBER && changeUri(frame, type, uri -> uri.withUser(user));
    };
  }

  private static Writing hostWriting(HeaderType type) {
    return (frame, value) -> {
      if (!value.isPresent()) {
        frame.warning("the domain of " + type.wireName() + " is not deleted");
        return true;
      }
      String host = value.text();
      return text(value) && !host.isEmpty() && changeUri(frame, type, uri -> uri.withHost(host));
    };
  }

  private static Writing displayWriting(HeaderType type) {
    return (frame, value) -> {
      String display = value.isPresent() ? value.text() : "";
      return change(frame, type, parts -> parts.display = display);
    };
  }

  private static boolean text(Cell value) {
    return value.kind() == Cell.Kind.TEXT;
  }

  /** A change of the URI. */
  private interface UriChange {
    String of(UriText uri);
  }

  private static boolean changeUri(Frame frame, HeaderType type, UriChange change) {
    return change(
        frame,
        type,
        parts -> {
          UriText uri = UriText.parse(parts.uri);
          if (uri != null) {
            parts.uri = change.of(uri);
          }
        });
  }

  /** A change of the header. */
  private interface Change {
    void apply(Parts parts);
  }

  /** The header as it stands after the changes so far. */
  private static final class Parts {
    String display;
    String uri;
    final String parameters;

    Parts(NameAddress address) {
      String written = address.writtenDisplayName();
      display = written == null ? "" : WireText.bytes(written);
      uri = WireText.of(address.uriOctets());
      parameters = address.parameters().toString();
    }

    String written() {
      String start = display.isEmpty() ? "" : WireText.decoded(display) + " ";
      return start + "<" + WireText.decoded(uri) + ">" + parameters;
    }
  }

  private static boolean change(Frame frame, HeaderType type, Change change) {
    SipMessage message = frame.message();
    NameAddress received = message.address(type);
    if (received == null) {
      frame.error("the message has no well-formed " + type.wireName());
      return false;
    }
    Octets place = received.octets();
    int from = place.offset();
    int to = from + place.length();
    String earlier = message.edits().replacement(from, to);
    boolean again = earlier != null && NameAddress.parse(earlier) instanceof NameAddress;
    Parts parts = new Parts(again && earlier != null ? NameAddress.of(earlier) : received);
    change.apply(parts);
    return message.edits().replace(from, to, parts.written());
  }
}
