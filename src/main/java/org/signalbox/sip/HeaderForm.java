// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A header whose value has a form of its own, and the parser that reads it: what a module adds for
 * a header that this room does not know (guide, chapter 6.7).
 *
 * <p>A message reads its headers of a form once, when {@link SipMessage#read(HeaderForm)} first
 * asks, and keeps the values as long as it lives, also in a transaction. Usually a constant; two
 * forms are never equal. Thread-safe if its parser is.
 *
 * @param <T> the value, which should be immutable
 */
public final class HeaderForm<T> {

  /** Reads one value. */
  @FunctionalInterface
  public interface Parser<T> {

    /**
     * Reads a value.
     *
     * @param value without blanks around it, folds as one blank; never trusted
     * @return null when it has not that form; must not throw
     */
    @Nullable T parse(String value);
  }

  private final String name;
  private final Class<T> type;
  private final boolean list;
  private final Parser<T> parser;

  private HeaderForm(String name, Class<T> type, boolean list, Parser<T> parser) {
    if (HeaderType.of(name) == HeaderType.MALFORMED || !isToken(name)) {
      throw new IllegalArgumentException("'" + name + "' is not the name of a header");
    }
    this.name = name;
    this.type = type;
    this.list = list;
    this.parser = parser;
  }

  /**
   * A header with one value in each line.
   *
   * @param name long, in any case: {@code P-Greeting}
   */
  public static <T> HeaderForm<T> of(String name, Class<T> type, Parser<T> parser) {
    return new HeaderForm<>(name, type, false, parser);
  }

  /** A header whose lines may hold several values between commas (RFC 3261 §7.3.1). */
  public static <T> HeaderForm<T> list(String name, Class<T> type, Parser<T> parser) {
    return new HeaderForm<>(name, type, true, parser);
  }

  private static boolean isToken(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
  }

  /** The name of the header. */
  public String name() {
    return name;
  }

  /** What a value becomes. */
  public Class<T> type() {
    return type;
  }

  /** This form for those who expect that type; empty when its values are of another. */
  @SuppressWarnings("unchecked") // the types are the same
  public <V> Optional<HeaderForm<V>> as(Class<V> wanted) {
    return type == wanted ? Optional.of((HeaderForm<V>) this) : Optional.empty();
  }

  /** The headers of this form in a message. */
  Read<T> read(SipMessage message) {
    List<T> values = new ArrayList<>();
    ParseProblem problem = null;
    for (Header header : message.headers(name)) {
      for (String text : list ? header.values() : List.of(header.value())) {
        T value = parser.parse(text);
        if (value != null) {
          values.add(value);
        } else if (problem == null) {
          problem = new ParseProblem(header.start(), "the header is no " + type.getSimpleName());
        }
      }
    }
    return new Read<>(List.copyOf(values), problem);
  }

  /** What a message keeps. */
  record Read<T>(List<T> values, @Nullable ParseProblem problem) {}
}
