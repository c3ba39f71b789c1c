// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.module.RuntimeGroup;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.transport.TcpParameters;

/** {@code cfg.*}: what can be read and changed while the server runs (rpc.md §8.3). */
final class CfgCommands {
  private static final String NOT_SET = "Failed to set the variable";
  private static final String NOT_READ = "Failed to get the variable";
  private static final String NOT_RESET = "Failed to reset the group";
  private static final String BAD_GROUP =
      "Wrong group syntax. Use either \"group\", or \"group[id]\"";
  private static final String BAD_INSTANCE = "Wrong group syntax. Use \"group[id]\"";

  private final Port<Globals> globals = Port.to(Globals.class);
  private final Port<LogSink> log = Port.to(LogSink.class);
  private final Port<TcpParameters> streams = Port.to(TcpParameters.class);
  private final CoreGroup core;
  private final TcpGroup tcp = new TcpGroup(streams);
  private final RunningFile file;
  private final PendingChanges pending = new PendingChanges();

  CfgCommands(RunningFile file) {
    this.file = file;
    core = new CoreGroup(file, globals, log);
    file.whenChanged(pending::drop); // they are changes of values that are gone
  }

  /** What becomes of a change. */
  private interface Fate {
    boolean of(RuntimeGroup group, int instance, String name, Object value);
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("cfg.list", "The values that can be changed, of all groups or one", this::list)
          .listed(),
      reading("cfg.get", "A value of a group, or all of them", this::get),
      reading("cfg.help", "What a value is", this::help),
      reading("cfg.diff", "The changes that wait for cfg.commit", this::diff).listed(),
      now("cfg.set", RpcParameter.VALUE),
      now("cfg.set_now_int", RpcParameter.INTEGER),
      now("cfg.seti", RpcParameter.INTEGER),
      now("cfg.set_now_string", RpcParameter.TEXT),
      now("cfg.sets", RpcParameter.TEXT),
      later("cfg.set_delayed", RpcParameter.VALUE),
      later("cfg.set_delayed_int", RpcParameter.INTEGER),
      later("cfg.set_delayed_string", RpcParameter.TEXT),
      changing("cfg.del", "Takes the own value from an instance", this::delete),
      changing("cfg.del_delayed", "The same with cfg.commit", this::deleteLater),
      changing("cfg.commit", "Makes all waiting changes", call -> pending.commit()),
      changing("cfg.rollback", "Drops all waiting changes", call -> pending.drop()),
      changing("cfg.add_group_inst", "Begins an instance of a group", this::begin),
      changing("cfg.del_group_inst", "Ends an instance of a group", this::end),
      changing("cfg.reset", "Gives a group the values of the file", this::reset)
    };
  }

  void connect(Bindings bindings) {
    globals.connect(bindings);
    log.connectIfThere(bindings);
    streams.connectIfThere(bindings);
    if (streams.connected()) {
      tcp.remember();
    }
  }

  private RpcCommand now(String name, RpcParameter<?> value) {
    return changing(
        name, "Changes a value: group, name, value", call -> set(call, value, this::put));
  }

  private RpcCommand later(String name, RpcParameter<?> value) {
    return changing(name, "Changes a value with cfg.commit", call -> set(call, value, this::keep));
  }

  private boolean put(RuntimeGroup group, int instance, String name, Object value) {
    return group.change(instance, name, value);
  }

  private boolean keep(RuntimeGroup group, int instance, String name, Object value) {
    boolean taken = group.takes(instance, name, value);
    if (taken) {
      pending.add(new PendingChanges.Change(group, instance, name, value));
    }
    return taken;
  }

  /** The last group that was loaded comes first. */
  private List<RuntimeGroup> groups() {
    List<RuntimeGroup> groups = new ArrayList<>(file.now().globals().groups());
    groups.addAll(0, file.now().modules().groups());
    Collections.reverse(groups);
    if (streams.connected()) {
      groups.add(tcp);
    }
    groups.add(core);
    return groups;
  }

  private Optional<RuntimeGroup> group(String name) {
    return groups().stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** The group of that name, if it has such a value. */
  private @Nullable RuntimeGroup holding(CfgName name, String value) {
    return group(name.group()).filter(found -> found.names().contains(value)).orElse(null);
  }

  private void list(RpcCall call) {
    String only = call.optional(RpcParameter.TEXT);
    for (RuntimeGroup group : groups()) {
      if (only == null || only.equals(group.name())) {
        group.names().forEach(name -> call.add(group.name() + ": " + name));
      }
    }
  }

  private void get(RpcCall call) {
    CfgName name = CfgName.of(call.need(RpcParameter.TEXT, 500, "Failed to get the parameters"));
    String value = call.optional(RpcParameter.TEXT);
    if (name == null) {
      call.fault(400, BAD_GROUP);
    } else if (value == null) {
      all(call, name);
    } else {
      one(call, name, value);
    }
  }

  private void all(RpcCall call, CfgName name) {
    RuntimeGroup group = group(name.group()).orElse(null);
    if (group == null) {
      call.fault(400, NOT_READ);
      return;
    }
    RpcStruct values = call.struct();
    if (group.readable()) {
      group.names().forEach(each -> values.add(each, group.value(name.instance(), each)));
    }
  }

  private void one(RpcCall call, CfgName name, String value) {
    RuntimeGroup group = holding(name, value);
    if (group != null && !group.readable()) {
      call.fault(400, "Variable exists, but it is not readable via RPC interface");
      return;
    }
    Object found = group == null ? null : group.value(name.instance(), value);
    if (found == null) {
      call.fault(400, NOT_READ);
    } else {
      call.add(found);
    }
  }

  private void help(RpcCall call) {
    CfgName name = CfgName.of(call.need(RpcParameter.TEXT));
    String value = call.need(RpcParameter.TEXT);
    RuntimeGroup group = name == null ? null : holding(name, value);
    if (group == null) {
      call.fault(400, "Failed to get the variable description");
    } else {
      call.struct()
          .add("desc", group.description(value))
          .add("type", group.number(value) ? "integer" : "string");
    }
  }

  private void diff(RpcCall call) {
    List<PendingChanges.Change> changes = pending.all();
    for (PendingChanges.Change change : changes) {
      RpcStruct told = call.struct().add("group name", change.group().name());
      if (change.instance() != RuntimeGroup.ITSELF) {
        told.add("group id", change.instance());
      }
      told.add("variable name", change.name())
          .add("old value", change.group().value(change.instance(), change.name()))
          .add("new value", change.next());
    }
    if (changes.size() < 2) {
      call.last(); // as Kamailio's clients know it
    }
  }

  private void set(RpcCall call, RpcParameter<?> kind, Fate fate) {
    CfgName name = CfgName.of(call.need(RpcParameter.TEXT));
    String value = call.need(RpcParameter.TEXT);
    Object given = call.need(kind);
    if (name == null) {
      call.fault(400, BAD_GROUP);
      return;
    }
    RuntimeGroup group = holding(name, value);
    Object fitting = group == null ? null : fitting(group.number(value), given);
    if (group == null || fitting == null || !fate.of(group, name.instance(), value, fitting)) {
      call.fault(400, NOT_SET);
    }
  }

  /** A number for a number, a text for a text; null when a text is no number. */
  private static @Nullable Object fitting(boolean number, Object given) {
    if (!number || given instanceof Long) {
      return number ? given : given.toString();
    }
    try {
      return Long.valueOf(given.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void delete(RpcCall call) {
    delete(call, (group, instance, name, none) -> group.unset(instance, name));
  }

  private void deleteLater(RpcCall call) {
    delete(
        call,
        (group, instance, name, none) -> {
          boolean there = group.value(instance, name) != null;
          if (there) {
            pending.add(new PendingChanges.Change(group, instance, name, null));
          }
          return there;
        });
  }

  private void delete(RpcCall call, Fate fate) {
    CfgName name = instance(call);
    String value = call.need(RpcParameter.TEXT);
    RuntimeGroup group = name == null ? null : holding(name, value);
    if (name != null && (group == null || !fate.of(group, name.instance(), value, ""))) {
      call.fault(400, "Failed to delete the value");
    }
  }

  /** An instance of a group; null after a fault. */
  private static @Nullable CfgName instance(RpcCall call) {
    CfgName name = CfgName.of(call.need(RpcParameter.TEXT));
    if (name == null || !name.hasInstance()) {
      call.fault(400, BAD_INSTANCE);
      return null;
    }
    return name;
  }

  private void begin(RpcCall call) {
    CfgName name = instance(call);
    if (name != null && !group(name.group()).filter(g -> g.add(name.instance())).isPresent()) {
      call.fault(400, "Failed to add the group instance");
    }
  }

  private void end(RpcCall call) {
    CfgName name = instance(call);
    if (name != null && !group(name.group()).filter(g -> g.remove(name.instance())).isPresent()) {
      call.fault(400, "Failed to delete the group instance");
    }
  }

  private void reset(RpcCall call) {
    CfgName name = CfgName.of(call.need(RpcParameter.TEXT));
    RuntimeGroup group = name == null ? null : group(name.group()).orElse(null);
    if (name == null || group == null) {
      call.fault(400, name == null ? BAD_GROUP : NOT_RESET);
    } else {
      group.reset(name.instance());
    }
  }
}
