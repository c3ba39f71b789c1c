// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.Uri;

/**
 * Makes something of a constant argument, once, while the file is loaded, and lets it go when
 * nothing uses it any more (guide, chapter 16.8.2: fixup and free_fixup functions). A file that is
 * only checked is converted too: a converter changes nothing outside of what it makes.
 *
 * @param <T> what the function uses
 */
public interface Converter<T> {
  /** Digits, 0 to 4294967295. */
  Converter<Long> UNSIGNED = of(Converter::unsigned);

  /** Digits, with a sign or in hexadecimal too. */
  Converter<Long> NUMBER = of(Converter::number);

  /** A number from 0 to 31: that of a flag. */
  Converter<Integer> BIT = of(text -> (int) bounded(text, 31));

  /** A SIP, SIPS, tel or other absolute URI. */
  Converter<Uri> URI = of(Converter::uri);

  /** Words between commas, without the blanks around them. */
  Converter<List<String>> WORDS =
      of(text -> Arrays.stream(text.split(",", -1)).map(String::trim).toList());

  /**
   * Converts a text.
   *
   * @throws Unresolvable saying what is wrong with it; a start-up error at the place of the call
   */
  T convert(String text);

  /**
   * Lets a value go: after the last run of a script that a reload has replaced, or when the server
   * stops; at once when the file has mistakes. Called once, on the thread that reloads or stops.
   */
  default void release(T value) {}

  /** One whose values need no release. */
  static <T> Converter<T> of(Function<String, T> conversion) {
    return conversion::apply;
  }

  /** One whose values hold something: a file, a connection, native memory. */
  static <T> Converter<T> of(Function<String, T> conversion, Consumer<T> release) {
    return new Converter<>() {
      @Override
      public T convert(String text) {
        return conversion.apply(text);
      }

      @Override
      public void release(T value) {
        release.accept(value);
      }
    };
  }

  /** One of the names of an enum, in any case. */
  static <E extends Enum<E>> Converter<E> oneOf(Class<E> names) {
    return of(
        text ->
            Arrays.stream(names.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new Unresolvable("'" + text + "' is none of " + all(names))));
  }

  private static String all(Class<? extends Enum<?>> names) {
    return Arrays.stream(names.getEnumConstants())
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static long unsigned(String text) {
    return bounded(text, 0xffff_ffffL);
  }

  private static long bounded(String text, long most) {
    long value = text.matches("\\d{1,10}") ? Long.parseLong(text) : -1;
    if (value < 0 || value > most) {
      throw new Unresolvable("'" + text + "' is not a number from 0 to " + most);
    }
    return value;
  }

  private static long number(String text) {
    try {
      return Long.decode(text);
    } catch (NumberFormatException e) {
      throw new Unresolvable("'" + text + "' is not a number");
    }
  }

  private static Uri uri(String text) {
    if (Uri.parse(text) instanceof Uri uri) {
      return uri;
    }
    String reason = Uri.parse(text) instanceof ParseProblem problem ? problem.reason() : "no URI";
    throw new Unresolvable("'" + text + "' is not a URI: " + reason);
  }
}
