// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.sip.ServletParseException;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/**
 * The header fields of a message that is being made here. A value is a text, or an address that the
 * application holds too and may still change. One thread at a time.
 */
final class HeaderList implements Headers {
  /** The builders of {@code sip} write these themselves, in their own place. */
  private static final Set<HeaderType> WRITTEN_BY_BUILDERS =
      Set.of(
          HeaderType.VIA,
          HeaderType.FROM,
          HeaderType.TO,
          HeaderType.CALL_ID,
          HeaderType.CSEQ,
          HeaderType.MAX_FORWARDS,
          HeaderType.CONTENT_TYPE,
          HeaderType.CONTENT_LENGTH);

  private final List<Field> fields = new ArrayList<>();

  private record Field(HeaderType type, String name, Object value) {
    boolean named(HeaderType wanted, String otherName) {
      return type == wanted && (type != HeaderType.OTHER || name.equalsIgnoreCase(otherName));
    }
  }

  /** A list of what a message holds, to be changed apart from it. */
  static HeaderList of(SipMessage message) {
    HeaderList list = new HeaderList();
    for (Header header : message.headers()) {
      if (header.type() != HeaderType.MALFORMED) {
        for (String value : WireHeaders.valuesOf(header)) {
          list.add(WireHeaders.nameOf(header), value);
        }
      }
    }
    return list;
  }

  @Override
  public @Nullable String first(String name) {
    int at = position(HeaderType.of(name), name);
    return at < 0 ? null : fields.get(at).value().toString();
  }

  @Override
  public List<String> all(String name) {
    HeaderType type = HeaderType.of(name);
    return fields.stream()
        .filter(field -> field.named(type, name))
        .map(field -> field.value().toString())
        .toList();
  }

  @Override
  public List<String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Field field : fields) {
      names.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field.name());
    }
    return List.copyOf(names.values());
  }

  boolean has(String name) {
    return first(name) != null;
  }

  void add(String name, Object value) {
    add(HeaderType.of(name), name, value);
  }

  void add(HeaderType type, String name, Object value) {
    fields.add(field(type, name, value));
  }

  void addFirst(HeaderType type, String name, Object value) {
    int at = position(type, name);
    fields.add(at < 0 ? fields.size() : at, field(type, name, value));
  }

  /** Replaces every field of the name, in the place of the first. */
  void set(HeaderType type, String name, Object value) {
    int at = position(type, name);
    if (at < 0) {
      add(type, name, value);
      return;
    }
    remove(type, name);
    fields.add(at, field(type, name, value));
  }

  /** Where the first field of the name stands; -1 without one. */
  private int position(HeaderType type, String name) {
    for (int at = 0; at < fields.size(); at++) {
      if (fields.get(at).named(type, name)) {
        return at;
      }
    }
    return -1;
  }

  void remove(HeaderType type, String name) {
    fields.removeIf(field -> field.named(type, name));
  }

  /** The addresses of this name, live: what the application changes in them is sent. */
  List<EditableAddress> addresses(String name) throws ServletParseException {
    HeaderType type = HeaderType.of(name);
    List<EditableAddress> addresses = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      Field field = fields.get(at);
      if (field.named(type, name)) {
        EditableAddress live =
            field.value() instanceof EditableAddress address
                ? address
                : EditableAddress.read(field.value().toString());
        fields.set(at, new Field(field.type(), field.name(), live));
        addresses.add(live);
      }
    }
    return addresses;
  }

  /** The lines of all fields but those that builders write. */
  String lines(boolean compact) {
    StringBuilder lines = new StringBuilder(128);
    for (Field field : fields) {
      if (!WRITTEN_BY_BUILDERS.contains(field.type())) {
        char shorter = compact ? field.type().compactName() : '\0';
        if (shorter == '\0') {
          lines.append(field.name());
        } else {
          lines.append(shorter);
        }
        lines.append(": ").append(field.value()).append("\r\n");
      }
    }
    return lines.toString();
  }

  private static Field field(HeaderType type, String name, Object value) {
    return new Field(type, type.wireName().isEmpty() ? name : type.wireName(), value);
  }
}
