// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results are those of {@code LC_ALL=C date}. */
class TimeFormatTest {
  private static final ZonedDateTime SUMMER =
      ZonedDateTime.of(2021, 8, 1, 15, 4, 5, 0, ZoneId.of("Europe/Berlin"));
  private static final ZonedDateTime NEW_YEAR =
      ZonedDateTime.of(2021, 1, 3, 0, 7, 0, 0, ZoneId.of("America/New_York"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "%a %A|Sun Sunday|Sun Sunday",
        "%b %B %h|Aug August Aug|Jan January Jan",
        "%c|Sun Aug  1 15:04:05 2021|Sun Jan  3 00:07:00 2021",
        "%C %y %Y|20 21 2021|20 21 2021",
        "%d %e %j|01 ' 1' 213|03 ' 3' 003",
        "%D %F %x|08/01/21 2021-08-01 08/01/21|01/03/21 2021-01-03 01/03/21",
        "%g %G %V|21 2021 30|20 2020 53",
        "%U %W|31 30|01 00",
        "%u %w|7 0|7 0",
        "%H %I %k %l %M %S|15 03 15 ' 3' 04 05|00 12 ' 0' 12 07 00",
        "%p %P %r %R %T %X|PM pm 03:04:05 PM 15:04 15:04:05 15:04:05"
            + "|AM am 12:07:00 AM 00:07 00:07:00 00:07:00",
        "%s|1627823045|1609650420",
        "%z %Z|+0200 CEST|-0500 EST",
        "%-d %_d %05d %^a %e %-e|1 ' 1' 00001 SUN ' 1' 1|3 ' 3' 00003 SUN ' 3' 3",
        "100%% %q %|100% %q %|100% %q %"
      })
  void formatsAsTheLibraryOfLinuxDoes(String format, String summer, String newYear) {
    assertThat(TimeFormat.format(format, SUMMER)).isEqualTo(summer.replace("'", ""));
    assertThat(TimeFormat.format(format, NEW_YEAR)).isEqualTo(newYear.replace("'", ""));
  }

  @Test
  void bytesPassThrough() {
    assertThat(TimeFormat.format("\u00e9%t\u00ff%n", SUMMER)).isEqualTo("\u00e9\t\u00ff\n");
  }
}
