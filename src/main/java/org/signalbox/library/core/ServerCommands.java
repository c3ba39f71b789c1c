// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.module.ProductVersion;
import org.signalbox.module.SignalboxModule;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.timer.TimeSource;

/** What this server is, since when, and what its file says. */
final class ServerCommands {
  private static final String NAME = "signalbox";
  private static final String FLAGS = "USE_TCP, USE_NAPTR, USE_DNS_CACHE, USE_DNS_FAILOVER";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  private final Port<TimeSource> time = Port.to(TimeSource.class);
  private final RunningFile file;
  private ProductVersion version = ProductVersion.UNKNOWN;
  private Instant started = Instant.EPOCH;

  ServerCommands(RunningFile file) {
    this.file = file;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("core.version", "Name, version and platform", call -> call.add(version() + ' ')),
      reading("core.flags", "What is built in", call -> call.add(FLAGS)),
      reading("core.info", "How it was built", this::info),
      reading("core.runinfo", "How it was built and how long it has run", this::runInfo),
      reading("core.uptime", "How long it has run", this::uptime),
      reading("core.pwd", "Its working directory", ServerCommands::directory).listed(),
      reading("core.arg", "How it was called", this::arguments).listed(),
      reading("core.modules", "The loaded modules, the last one first", this::modules).listed(),
      reading("core.ppdefines", "The defines of its file", this::defines).listed(),
      reading("core.ppdefines_full", "The defines of its file with their values", this::fullDefines)
          .listed()
    };
  }

  void connect(Bindings bindings) {
    time.connect(bindings);
    version = bindings.find(ProductVersion.class).orElse(ProductVersion.UNKNOWN);
    started = time.get().instant();
  }

  private String version() {
    String machine = System.getProperty("os.arch", "").replace("amd64", "x86_64");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return "%s %s (%s/%s)".formatted(NAME, version.text(), machine, system);
  }

  private static String compiler() {
    return "Java " + System.getProperty("java.version");
  }

  private void info(RpcCall call) {
    call.struct()
        .add("version", NAME + " " + version.text())
        .add("id", "unknown")
        .add("compiler", compiler())
        .add("compiled", "")
        .add("flags", FLAGS);
  }

  private void runInfo(RpcCall call) {
    Duration up = up();
    call.struct()
        .add("name", NAME)
        .add("version", version.text())
        .add("sourceid", "unknown")
        .add("compiler", compiler())
        .add("compiled", "")
        .add("time_now", local(time.get().instant()))
        .add("time_started", local(started))
        .add("uptime_secs", up.toSeconds())
        .add(
            "utime_days",
            "%dd %dh %dm %ds"
                .formatted(up.toDays(), up.toHoursPart(), up.toMinutesPart(), up.toSecondsPart()));
  }

  private void uptime(RpcCall call) {
    call.struct()
        .add("now", local(time.get().instant()))
        .add("up_since", local(started))
        .add("uptime", up().toSeconds());
  }

  private Duration up() {
    return Duration.between(started, time.get().instant());
  }

  private static String local(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }

  private static void directory(RpcCall call) {
    call.add(System.getProperty("user.dir"));
  }

  /** Not the process's own arguments: those of a Java process may hold secrets. */
  private void arguments(RpcCall call) {
    call.add(NAME).add("-f").add(file.now().file());
  }

  private void modules(RpcCall call) {
    var loaded = file.now().modules().loaded();
    for (int i = loaded.size() - 1; i >= 0; i--) {
      SignalboxModule module = loaded.get(i);
      if (!(module instanceof CoreModule)) {
        call.add(module.name());
      }
    }
  }

  private void defines(RpcCall call) {
    file.now().defines().keySet().forEach(call::add);
  }

  private void fullDefines(RpcCall call) {
    for (Map.Entry<String, String> define : file.now().defines().entrySet()) {
      String text = define.getValue();
      call.struct()
          .add("name", define.getKey())
          .add("type", 0)
          .add("value", text.isEmpty() ? "none" : text);
    }
  }
}
