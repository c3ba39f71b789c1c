// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.library.core.CoreParameter.Form;
import org.signalbox.script.syntax.Item.Literal;

/** Which values the global parameters take (script.md §4.3). */
final class ParameterRules {
  /** RFC 1349 types of service, as {@code tos} may name them. */
  private static final Map<String, Long> TYPES_OF_SERVICE =
      Map.of(
          "IPTOS_LOWDELAY", 0x10L,
          "IPTOS_THROUGHPUT", 0x08L,
          "IPTOS_RELIABILITY", 0x04L,
          "IPTOS_MINCOST", 0x02L);

  private static final Set<String> FACILITIES =
      Stream.concat(
              Stream.of(
                  "LOG_AUTH",
                  "LOG_AUTHPRIV",
                  "LOG_CRON",
                  "LOG_DAEMON",
                  "LOG_FTP",
                  "LOG_KERN",
                  "LOG_LPR",
                  "LOG_MAIL",
                  "LOG_NEWS",
                  "LOG_SYSLOG",
                  "LOG_USER",
                  "LOG_UUCP"),
              IntStream.rangeClosed(0, 7).mapToObj(number -> "LOG_LOCAL" + number))
          .collect(Collectors.toUnmodifiableSet());

  private ParameterRules() {}

  /** A literal as a Long or a String; null when it is neither a number nor a text. */
  static @Nullable Object plain(Literal value) {
    if (value instanceof Literal.Numeral number) {
      return number.value();
    }
    return value instanceof Literal.Text text ? text.value() : null;
  }

  /** A literal as the value of a parameter, or null when its form does not allow it. */
  static @Nullable Object accepted(Form form, Literal value) {
    String word = value instanceof Literal.Word given ? given.value() : null;
    Object plain = plain(value);
    return switch (form) {
      case NUMBER, SWITCH -> plain instanceof Long number && number >= 0 ? number : null;
      case SIGNED -> plain instanceof Long number ? number : null;
      case TEXT -> plain instanceof String text ? text : null;
      case TEXT_OR_WORD -> plain instanceof String text ? text : word;
      case WORD -> word;
      case NUMBER_OR_WORD -> word == null ? numberOnly(plain) : TYPES_OF_SERVICE.get(word);
    };
  }

  private static @Nullable Object numberOnly(@Nullable Object plain) {
    return plain instanceof Long ? plain : null;
  }

  /** What is wrong with a value of the right form, or null. */
  static @Nullable String problem(CoreParameter parameter, Object value) {
    return switch (parameter) {
      case MAX_BRANCHES ->
          outside(value, 1, 31) ? "invalid value for max branches parameter: " + value : null;
      case PORT, ADVERTISED_PORT, TLS_PORT_NO ->
          outside(value, 0, 65535) ? "port number out of range: " + value : null;
      case TCP_RD_BUF_SIZE ->
          outside(value, 512, 16_777_216) ? "tcp_rd_buf_size must be 512 to 16777216" : null;
      case ASYNC_WORKERS_GROUP -> DeclaredWorkers.problem((String) value);
      case LOG_FACILITY ->
          FACILITIES.contains(value) ? null : "bad facility (see syslog(3) man page)";
      case CFGENGINE ->
          value.equals("native") || value.equals("default") ? null : "unknown cfgengine: " + value;
      default -> null;
    };
  }

  private static boolean outside(Object value, long lowest, long highest) {
    return value instanceof Long number && (number < lowest || number > highest);
  }
}
