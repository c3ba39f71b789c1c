// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Span;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.statistics.Statistic;

/**
 * The statistics that a script names literally: each must exist once the modules are started, and
 * is looked up once. Filled while a file is read, checked by the module when it starts.
 */
public final class StatisticNames {
  private final Function<String, Optional<Statistic>> lookUp;
  private final Function<String, String> complaint;
  private final List<Named> unchecked = new ArrayList<>();
  private volatile boolean started;

  /**
   * No names yet.
   *
   * @param lookUp finds the statistic behind a name; not asked before {@link #check}
   * @param complaint what to say of a name that nothing has
   */
  public StatisticNames(
      Function<String, Optional<Statistic>> lookUp, Function<String, String> complaint) {
    this.lookUp = lookUp;
    this.complaint = complaint;
  }

  /** A name in a script and the statistic behind it. */
  public static final class Named {
    private final String name;
    private final Span place;
    private @Nullable Statistic found;

    private Named(String name, Span place) {
      this.name = name;
      this.place = place;
    }

    /** The statistic; asked only after the check. */
    public Statistic statistic() {
      Statistic known = found;
      if (known == null) {
        throw new ModuleException("the statistic " + name + " is used before the start");
      }
      return known;
    }
  }

  /**
   * Notes a name.
   *
   * @throws Unresolvable when the modules are started and there is no such statistic
   */
  public Named named(String name, Span place) {
    Named named = new Named(name, place);
    if (!started) {
      unchecked.add(named);
    } else if (!resolve(named)) {
      throw new Unresolvable(complaint.apply(name));
    }
    return named;
  }

  /**
   * Looks all names up.
   *
   * @throws ModuleException when one is missing
   */
  public void check() {
    started = true;
    List<String> missing =
        unchecked.stream()
            .filter(named -> !resolve(named))
            .map(named -> complaint.apply(named.name) + " at " + named.place)
            .toList();
    unchecked.clear();
    if (!missing.isEmpty()) {
      throw new ModuleException(String.join("; ", missing));
    }
  }

  private boolean resolve(Named named) {
    named.found = lookUp.apply(named.name).orElse(null);
    return named.found != null;
  }
}
