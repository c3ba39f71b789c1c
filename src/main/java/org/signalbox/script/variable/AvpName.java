// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;

/** The name of an AVP as a script writes it: fixed, or what a variable holds when it is used. */
public interface AvpName {

  /** A String or a Long; null, with an error told, when a variable gives none. */
  @Nullable Object of(Frame frame);

  /**
   * Reads {@code name}, {@code s:name}, {@code i:10}, {@code f.name} or {@code $variable}; an alias
   * stands for another name, which is known only once all of the file is read.
   */
  static AvpName read(String written, Map<String, Object> aliases, Resolver resolver) {
    if (written.startsWith("$")) {
      return new Dynamic(resolver.variable(written));
    }
    Object name = fixed(written);
    return frame -> aliases.isEmpty() ? name : aliases.getOrDefault(written, name);
  }

  /**
   * A name that is no variable.
   *
   * @throws Unresolvable when it is malformed
   */
  static Object fixed(String written) {
    int colon = written.indexOf(':');
    if (colon < 0) {
      return dotted(written, written);
    }
    String name = written.substring(colon + 1);
    return switch (written.substring(0, colon)) {
      case "", "s" -> present(name, written);
      case "i" -> number(name, written);
      default -> throw new Unresolvable("'" + written + "' is no name of an AVP");
    };
  }

  /** One dot stands behind the name of a list of old; those of From's URI are the usual one. */
  private static Object dotted(String name, String written) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return present(name, written);
    }
    String list = name.substring(0, dot);
    String rest = name.substring(dot + 1);
    boolean known = Set.of("f", "t", "fr", "tr", "fu", "tu", "fd", "td", "g").contains(list);
    if (!known || rest.isEmpty()) {
      throw new Unresolvable("'" + written + "' is no name of an AVP");
    }
    return list.equals("f") || list.equals("fr") ? rest : name;
  }

  private static Object present(String name, String written) {
    if (name.isEmpty()) {
      throw new Unresolvable("'" + written + "' is no name of an AVP");
    }
    return name;
  }

  private static Object number(String digits, String written) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw new Unresolvable("'" + written + "': the name is no number");
    }
  }

  /** A name that a variable holds; a number is a number's name. */
  record Dynamic(Variable variable) implements AvpName {
    @Override
    public @Nullable Object of(Frame frame) {
      Cell value = frame.scratch();
      variable.read(frame, value);
      if (value.kind() == Cell.Kind.NUMBER) {
        return value.number();
      }
      String name = value.text();
      if (name.isEmpty()) {
        frame.error("the name of an AVP is empty");
        return null;
      }
      return name;
    }
  }
}
