// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Variable;

/** The variables that are there without any module (variables.md §1). */
@SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of strings
public enum BuiltInVariables implements VariableFamily {
  /** {@code $null}. */
  NULL("null") {
    @Override
    public Variable resolve(
        String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
      VariableFamily.plainOnly(name, inner, index);
      return (frame, into) -> into.clear();
    }
  },
  /** {@code $rc}: the result of the last function or route. */
  RETURN_CODE("rc", "retcode", "?") {
    @Override
    public Variable resolve(
        String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
      VariableFamily.plainOnly(name, inner, index);
      return (frame, into) -> into.set(frame.returnCode());
    }
  },
  /** {@code $def(NAME)} with its text as written, {@code $defn(NAME)} as a number. */
  DEFINE("def", "defn", "defs", "defv") {
    @Override
    public Variable resolve(
        String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
      String text = resolver.defines().get(VariableFamily.inner(name, inner));
      return constant(text, name);
    }
  },
  /** {@code $env(NAME)}, {@code $envn(NAME)} as a number. */
  ENVIRONMENT("env", "envn") {
    @Override
    public Variable resolve(
        String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
      return constant(System.getenv(VariableFamily.inner(name, inner)), name);
    }
  };

  private final Set<String> names;

  BuiltInVariables(String... names) {
    this.names = Set.of(names);
  }

  /** The family of a name, or null. */
  public static @Nullable VariableFamily named(String name) {
    for (BuiltInVariables family : values()) {
      if (family.names.contains(name)) {
        return family;
      }
    }
    return null;
  }

  @Override
  public Set<String> names() {
    return names;
  }

  /** A text that never changes; as a number under names that end in n, unquoted under $defs. */
  private static Variable constant(@Nullable String text, String name) {
    if (name.endsWith("n")) {
      Long number = text == null ? Long.valueOf(0) : number(text);
      return number == null
          ? (frame, into) -> into.set(text)
          : (frame, into) -> into.set(number.longValue());
    }
    String plain = name.equals("defs") && text != null ? unquoted(text) : text;
    return (frame, into) -> into.set(plain);
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.decode(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
