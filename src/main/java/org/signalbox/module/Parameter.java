// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Unresolvable;

/**
 * One parameter of a module: the key under which its value is read, and the rule by which {@code
 * modparam} changes it. Immutable; usually a constant of the module.
 *
 * <p>A rule sees one given value and answers null, or a sentence that says what is wrong. It must
 * change nothing, because it also runs when a file is only checked.
 *
 * @param <T> what the given values become once the file is read
 */
public final class Parameter<T> {

  /** The two types that {@code modparam} tells apart, with Kamailio's numbers for them. */
  public enum Type {
    STRING(1, "string"),
    INTEGER(2, "int");

    private final int number;
    private final String word;

    Type(int number, String word) {
      this.number = number;
      this.word = word;
    }

    /** As start-up errors print it: {@code 2:int}. */
    @Override
    public String toString() {
      return number + ":" + word;
    }
  }

  private final String name;
  private final Type type;
  private final boolean anyType;
  private final T initial;
  private final Function<List<Object>, T> reading;
  private final Function<Object, @Nullable String> rule;
  private final boolean effective;

  private Parameter(
      String name,
      Type type,
      T initial,
      Function<List<Object>, T> reading,
      Function<Object, @Nullable String> rule) {
    this(name, type, false, initial, reading, rule, true);
  }

  private Parameter(
      String name,
      Type type,
      boolean anyType,
      T initial,
      Function<List<Object>, T> reading,
      Function<Object, @Nullable String> rule,
      boolean effective) {
    this.name = name;
    this.type = type;
    this.anyType = anyType;
    this.initial = initial;
    this.reading = reading;
    this.rule = rule;
    this.effective = effective;
  }

  /** A number; the last one given wins. */
  public static Parameter<Long> integer(String name, long initial) {
    return integer(name, initial, value -> null);
  }

  /** A number with a rule; the last one given wins. */
  public static Parameter<Long> integer(
      String name, long initial, LongFunction<@Nullable String> rule) {
    return new Parameter<>(
        name,
        Type.INTEGER,
        initial,
        given -> (Long) last(given),
        value -> rule.apply((Long) value));
  }

  /**
   * A number that may be larger than those that a file can write, which have 32 bits: then it is
   * given as a text. The last one given wins.
   */
  public static Parameter<Long> large(
      String name, long initial, LongFunction<@Nullable String> rule) {
    return new Parameter<>(
        name,
        Type.INTEGER,
        true,
        initial,
        given -> Long.valueOf(last(given).toString()),
        value -> {
          String digits = value.toString();
          return digits.matches("-?\\d{1,18}")
              ? rule.apply(Long.parseLong(digits))
              : "it must be a number of at most 18 digits";
        },
        true);
  }

  /** A number that is a switch: anything but 0 is on. */
  public static Parameter<Boolean> flag(String name, boolean initial) {
    return new Parameter<>(
        name, Type.INTEGER, initial, given -> (Long) last(given) != 0, value -> null);
  }

  /** A text; the last one given wins. */
  public static Parameter<String> text(String name, String initial) {
    return text(name, initial, value -> null);
  }

  /** A text with a rule; the last one given wins. */
  public static Parameter<String> text(
      String name, String initial, Function<String, @Nullable String> rule) {
    return new Parameter<>(
        name,
        Type.STRING,
        initial,
        given -> (String) last(given),
        value -> rule.apply((String) value));
  }

  /** A text that may stay unset; the last one given wins. */
  public static Parameter<Optional<String>> optionalText(String name) {
    return new Parameter<>(
        name,
        Type.STRING,
        Optional.empty(),
        given -> Optional.of((String) last(given)),
        value -> null);
  }

  /** A text or a number, which becomes its digits; the last one given wins. */
  public static Parameter<String> textOrNumber(String name, String initial) {
    return new Parameter<>(
        name, Type.STRING, true, initial, given -> last(given).toString(), value -> null, true);
  }

  /** A text that may be given many times; the values stay in the order of the file. */
  public static Parameter<List<String>> texts(
      String name, Function<String, @Nullable String> rule) {
    return new Parameter<>(
        name,
        Type.STRING,
        List.of(),
        given -> given.stream().map(String.class::cast).toList(),
        value -> rule.apply((String) value));
  }

  /** A number that may be given many times; the values stay in the order of the file. */
  public static Parameter<List<Long>> integers(String name, LongFunction<@Nullable String> rule) {
    return new Parameter<>(
        name,
        Type.INTEGER,
        List.of(),
        given -> given.stream().map(Long.class::cast).toList(),
        value -> rule.apply((Long) value));
  }

  /**
   * A function that is called with each given text, as Kamailio's USE_FUNC_PARAM; what it makes of
   * them stays in the order of the file.
   *
   * @param reading throws an {@link Unresolvable} that says what is wrong; called more than once
   *     for a text, so it must change nothing
   */
  public static <E> Parameter<List<E>> function(String name, Function<String, E> reading) {
    return new Parameter<>(
        name,
        Type.STRING,
        List.of(),
        given -> given.stream().map(text -> reading.apply((String) text)).toList(),
        value -> complaint(reading, (String) value));
  }

  /**
   * The same for a module that takes the parameter, so that files load, and cannot obey it: the
   * operator is warned when a file gives another value than the default.
   */
  public Parameter<T> withoutEffect() {
    return new Parameter<>(name, type, anyType, initial, reading, rule, false);
  }

  private static @Nullable String complaint(Function<String, ?> reading, String text) {
    try {
      return reading.apply(text) == null ? "it means nothing" : null;
    } catch (Unresolvable e) {
      return e.getMessage();
    }
  }

  private static Object last(List<Object> given) {
    return given.get(given.size() - 1);
  }

  /** The name that {@code modparam} uses. */
  public String name() {
    return name;
  }

  /** What {@code modparam} must give. */
  public Type type() {
    return type;
  }

  /** Whether {@code modparam} may give such a value. */
  boolean takes(Type given) {
    return anyType || given == type;
  }

  /** The value when the file gives none. */
  public T initial() {
    return initial;
  }

  /** Whether a given value makes a difference that its module does not make. */
  boolean disobeys(Object given) {
    return !effective && !read(List.of(given)).equals(initial);
  }

  /** What the given values, each a Long or a String as the type says, become. */
  T read(List<Object> given) {
    return given.isEmpty() ? initial : reading.apply(given);
  }

  /** What is wrong with one given value, or null. */
  @Nullable String problem(Object given) {
    return rule.apply(given);
  }
}
