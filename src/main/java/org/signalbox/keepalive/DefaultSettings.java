// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;

/** The settings that {@code modparam} gives to all destinations: a parameter for each. */
final class DefaultSettings {
  private final Map<Setting, Parameter<?>> parameters = new LinkedHashMap<>();

  DefaultSettings() {
    SettingsDraft kamailio = new SettingsDraft(PingSettings.DEFAULT);
    for (Setting setting : Setting.ALL) {
      String initial = setting.text(kamailio);
      parameters.put(
          setting,
          setting.numeric()
              ? Parameter.integer(
                  setting.name(),
                  Long.parseLong(initial),
                  value -> problem(setting, Long.toString(value)))
              : Parameter.text(setting.name(), initial, value -> problem(setting, value)));
    }
  }

  Parameter<?>[] parameters() {
    return parameters.values().toArray(Parameter<?>[]::new);
  }

  PingSettings settings(ParameterValues given) {
    SettingsDraft draft = new SettingsDraft(PingSettings.DEFAULT);
    parameters.forEach((setting, parameter) -> setting.read(draft, value(given, parameter)));
    return draft.settings();
  }

  private static String value(ParameterValues given, Parameter<?> parameter) {
    return given.value(parameter).toString();
  }

  private static @Nullable String problem(Setting setting, String value) {
    return setting.read(new SettingsDraft(PingSettings.DEFAULT), value);
  }
}
