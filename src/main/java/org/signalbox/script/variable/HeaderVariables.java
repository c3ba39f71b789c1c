// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/**
 * {@code $hdr(name)} and {@code $hfl(name)} with their counts {@code $hdrc} and {@code $hflc}
 * (variables.md §5.1). {@code $hfl} takes the lists of Via, Route, Record-Route and Contact apart.
 */
public final class HeaderVariables {
  private static final String ANY = "*";

  private HeaderVariables() {}

  /** All of them. */
  public static VariableFamily family() {
    return VariableTable.builder()
        .any("hdr", (name, inner, index, resolver) -> body(name(name, inner, resolver), index))
        .any("hfl", (name, inner, index, resolver) -> value(name(name, inner, resolver), index))
        .any("hdrc", (name, inner, index, resolver) -> count(name(name, inner, resolver), false))
        .any("hflc", (name, inner, index, resolver) -> count(name(name, inner, resolver), true))
        .build();
  }

  /** The name of a header: known when the file is planned, or a variable's value. */
  private interface Name {
    /** Null, with an error told, when there is none. */
    @Nullable String of(Frame frame);
  }

  private static Name name(String variable, @Nullable String inner, Resolver resolver) {
    String written = VariableFamily.inner(variable, inner);
    if (written.startsWith("$")) {
      return new Dynamic(resolver.variable(written));
    }
    if (!legal(written)) {
      throw new Unresolvable("'" + written + "' is no name of a header");
    }
    return frame -> written;
  }

  private static boolean legal(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "-_.+%*`'~".indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private record Dynamic(Variable name) implements Name {
    @Override
    public @Nullable String of(Frame frame) {
      Cell value = frame.scratch();
      name.read(frame, value);
      String wanted = value.isPresent() ? value.text() : "";
      if (legal(wanted)) {
        return wanted;
      }
      frame.error("'" + wanted + "' is no name of a header");
      return null;
    }
  }

  private static Variable body(Name name, VariableIndex index) {
    return switch (kind(index)) {
      case FIRST -> (frame, into) -> into.set(first(frame, name));
      case ALL -> (frame, into) -> into.set(joined(frame, name));
      case ONE ->
          (frame, into) -> {
            String wanted = name.of(frame);
            List<Header> all = wanted == null ? List.of() : headers(frame.message(), wanted);
            pick(frame, index, all.size(), at -> WireText.of(all.get(at).untrimmed()), into);
          };
    };
  }

  private static Variable value(Name name, VariableIndex index) {
    return kind(index) == Kind.ALL
        ? (frame, into) -> into.set(joined(frame, name))
        : (frame, into) -> {
          String wanted = name.of(frame);
          List<String> all = wanted == null ? List.of() : values(frame.message(), wanted);
          pick(frame, index, all.size(), all::get, into);
        };
  }

  private static Variable count(Name name, boolean listed) {
    return (frame, into) -> {
      String wanted = name.of(frame);
      if (wanted == null || wanted.equals(ANY)) {
        into.set(0);
      } else if (listed) {
        into.set(values(frame.message(), wanted).size());
      } else {
        into.set(frame.message().headers(wanted).size());
      }
    };
  }

  private enum Kind {
    FIRST,
    ONE,
    ALL
  }

  private static Kind kind(VariableIndex index) {
    if (index instanceof VariableIndex.All) {
      return Kind.ALL;
    }
    return index.given() ? Kind.ONE : Kind.FIRST;
  }

  /** The text at a position. */
  private interface At {
    String text(int position);
  }

  private static void pick(Frame frame, VariableIndex index, int size, At at, Cell into) {
    int position = Positions.of(frame, index, size);
    if (position == Positions.FAILED) {
      into.fail();
    } else {
      into.set(position < 0 ? null : at.text(position));
    }
  }

  private static @Nullable String first(Frame frame, Name name) {
    String wanted = name.of(frame);
    if (wanted == null) {
      return null;
    }
    SipMessage message = frame.message();
    if (wanted.equals(ANY)) {
      List<Header> all = message.headers();
      return all.isEmpty() ? null : WireText.of(all.get(0).untrimmed());
    }
    Header header = message.header(wanted);
    return header == null ? null : WireText.of(header.untrimmed());
  }

  private static @Nullable String joined(Frame frame, Name name) {
    String wanted = name.of(frame);
    List<Header> all = wanted == null ? List.of() : headers(frame.message(), wanted);
    StringBuilder out = new StringBuilder();
    for (Header header : all) {
      out.append(out.isEmpty() ? "" : ",").append(WireText.of(header.untrimmed()));
    }
    return all.isEmpty() ? null : out.toString();
  }

  private static List<Header> headers(SipMessage message, String name) {
    return name.equals(ANY) ? message.headers() : message.headers(name);
  }

  private static List<String> values(SipMessage message, String name) {
    List<String> all = new ArrayList<>();
    for (Header header : headers(message, name)) {
      if (listed(header.type())) {
        header.values().forEach(value -> all.add(WireText.bytes(value)));
      } else {
        all.add(WireText.of(header.untrimmed()));
      }
    }
    return all;
  }

  private static boolean listed(HeaderType type) {
    return switch (type) {
      case VIA, ROUTE, RECORD_ROUTE, CONTACT -> true;
      default -> false;
    };
  }
}
