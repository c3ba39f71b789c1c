// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.routing.Globals;

/** The global parameters of the file, a few of which can change while the server runs. */
final class CoreGlobals implements Globals {
  /** What is read each time it is needed. */
  static final Set<CoreParameter> CHANGEABLE =
      EnumSet.of(
          CoreParameter.DEBUG,
          CoreParameter.SIP_WARNING,
          CoreParameter.SERVER_ID,
          CoreParameter.SERVER_SIGNATURE);

  private final CoreParameters parameters;
  private final Map<CoreParameter, Long> changed = new ConcurrentHashMap<>();

  /** Read for every log line: apart from the map. */
  private volatile long debug;

  CoreGlobals(CoreParameters parameters) {
    this.parameters = parameters;
    this.debug = parameters.number(CoreParameter.DEBUG);
  }

  @Override
  public long integer(String name) {
    if (name.equals("debug")) {
      return debug;
    }
    CoreParameter parameter = named(name);
    Long other = changed.get(parameter);
    return other == null ? parameters.number(parameter) : other;
  }

  @Override
  public String text(String name) {
    return parameters.text(named(name));
  }

  @Override
  public boolean change(String name, long value) {
    CoreParameter parameter = named(name);
    if (!CHANGEABLE.contains(parameter)) {
      return false;
    }
    if (parameter == CoreParameter.DEBUG) {
      debug = value;
    }
    changed.put(parameter, value);
    return true;
  }

  private static CoreParameter named(String name) {
    return CoreParameter.named(name)
        .orElseThrow(() -> new IllegalArgumentException("no global parameter " + name));
  }
}
