// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.statistics;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.module.StatisticNames;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Statistic;
import org.signalbox.statistics.Statistics;

/** {@code update_stat} and {@code reset_stat}: names and amounts, literal or from variables. */
final class Updates {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");

  private final Port<Statistics> statistics;
  private final StatisticNames names = new StatisticNames(this::find, Updates::unknown);

  Updates(Port<Statistics> statistics) {
    this.statistics = statistics;
  }

  /** Which statistic a call means; null, and an error, when there is none. */
  private interface Target {
    @Nullable Statistic statistic(Frame frame);
  }

  /** By how much a call changes it; null, and an error, when that is no number. */
  private interface Amount {
    @Nullable Long of(Frame frame);
  }

  void check() {
    names.check();
  }

  FunctionCall update(Arguments arguments) {
    Target target = target(arguments);
    Amount amount = amount(arguments);
    return frame -> {
      Statistic statistic = target.statistic(frame);
      Long change = amount.of(frame);
      if (statistic == null || change == null) {
        return -1;
      }
      if (statistic instanceof Counter counter) { // one that is computed has nothing to add to
        counter.add(change);
      }
      return 1;
    };
  }

  FunctionCall reset(Arguments arguments) {
    Target target = target(arguments);
    return frame -> {
      Statistic statistic = target.statistic(frame);
      if (statistic == null) {
        return -1;
      }
      statistic.reset(); // of one that must not be reset it is no error either
      return 1;
    };
  }

  private Target target(Arguments arguments) {
    if (arguments.isConstant(0)) {
      StatisticNames.Named named = names.named(arguments.constant(0), arguments.place());
      return frame -> named.statistic();
    }
    Arguments.TextArgument name = arguments.text(0);
    return frame -> {
      String wanted = String.valueOf(name.value(frame));
      Statistic found = find(wanted).orElse(null);
      if (found == null) {
        frame.error(unknown(wanted));
      }
      return found;
    };
  }

  private Optional<Statistic> find(String name) {
    return statistics.get().find(name);
  }

  private static Amount amount(Arguments arguments) {
    if (arguments.isConstant(1)) {
      String written = arguments.constant(1);
      Long change = number(written);
      if (change == null) {
        throw new Unresolvable("bad update number <" + written + ">");
      }
      if (change == 0) {
        throw new Unresolvable("update with 0 has no sense");
      }
      return frame -> change;
    }
    Arguments.TextArgument text = arguments.text(1);
    return frame -> {
      String written = String.valueOf(text.value(frame));
      Long change = number(written);
      if (change == null) {
        frame.error("bad update number <" + written + ">");
      }
      return change;
    };
  }

  private static @Nullable Long number(String text) {
    return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  private static String unknown(String name) {
    return "variable <" + name + "> not defined";
  }
}
