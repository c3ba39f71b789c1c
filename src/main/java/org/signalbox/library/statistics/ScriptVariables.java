// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Statistics;

/** The statistics that a file asks for, in the group {@code script}. */
final class ScriptVariables {
  private static final String GROUP = "script";
  private static final String NO_RESET = "no_reset";

  /** What Kamailio says of every statistic that comes without words of its own. */
  private static final String DESCRIPTION = "kamailio statistic (no description)";

  private final List<Counter> counters = new ArrayList<>();

  /** What is wrong with {@code name[/no_reset]}, or null. */
  static @Nullable String problem(String written) {
    if (name(written).isEmpty()) {
      return "a statistic needs a name";
    }
    String flag = flag(written);
    return flag.isEmpty() || flag.toLowerCase(Locale.ROOT).equals(NO_RESET)
        ? null
        : "unsupported flag <" + flag + ">";
  }

  /** Registers each; one that is there already stays as it is. */
  void register(List<String> all, Statistics statistics) {
    for (String written : all) {
      String name = name(written);
      if (statistics.find(GROUP, name).isPresent()) {
        StatisticsLog.LOG.duplicate(name);
      } else {
        Counter counter = new Counter(GROUP, name, DESCRIPTION, flag(written).isEmpty());
        counters.add(statistics.register(counter));
      }
    }
  }

  void remove(Statistics statistics) {
    counters.forEach(statistics::remove);
  }

  private static String name(String written) {
    int slash = written.indexOf('/');
    return (slash < 0 ? written : written.substring(0, slash)).strip();
  }

  private static String flag(String written) {
    int slash = written.indexOf('/');
    return slash < 0 ? "" : written.substring(slash + 1).strip();
  }
}
