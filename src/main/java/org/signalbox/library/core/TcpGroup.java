// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.signalbox.module.Port;
import org.signalbox.module.RuntimeGroup;
import org.signalbox.transport.TcpParameter;
import org.signalbox.transport.TcpParameters;

/** What governs stream connections; as in Kamailio it can be changed, but not read. */
final class TcpGroup implements RuntimeGroup {
  private final Port<TcpParameters> parameters;

  /** What the file says. */
  private final Map<TcpParameter, Integer> initial = new EnumMap<>(TcpParameter.class);

  TcpGroup(Port<TcpParameters> parameters) {
    this.parameters = parameters;
  }

  /** What the parameters are now is what the file says. */
  void remember() {
    for (TcpParameter parameter : TcpParameter.values()) {
      initial.put(parameter, parameters.get().value(parameter));
    }
  }

  @Override
  public String name() {
    return "tcp";
  }

  @Override
  public List<String> names() {
    return Arrays.stream(TcpParameter.values()).map(TcpParameter::parameterName).toList();
  }

  @Override
  public boolean readable() {
    return false;
  }

  @Override
  public boolean number(String name) {
    return true;
  }

  @Override
  public String description(String name) {
    return "the core parameter tcp_" + name + ", for messages and connections from now on";
  }

  private static TcpParameter parameter(String name) {
    return TcpParameter.named(name).orElseThrow();
  }

  @Override
  public Object value(int instance, String name) {
    return (long) parameters.get().value(parameter(name));
  }

  @Override
  public boolean takes(int instance, String name, Object value) {
    return instance == ITSELF && parameter(name).takes((Long) value);
  }

  @Override
  public boolean change(int instance, String name, Object value) {
    return takes(instance, name, value)
        && parameters.get().set(parameter(name), ((Long) value).intValue());
  }

  @Override
  public void reset(int instance) {
    initial.forEach(parameters.get()::set);
  }
}
