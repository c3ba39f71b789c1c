// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.concurrent.atomic.AtomicLong;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.script.run.Frame;

/** 32 flags of the whole server, named by masks. Thread-safe. */
final class GlobalFlags {
  private static final long ALL = 0xFFFF_FFFFL;

  private final AtomicLong bits = new AtomicLong();

  void begin(long initial) {
    bits.set(initial & ALL);
  }

  RpcCommand[] commands() {
    return new RpcCommand[] {
      reading("cfgutils.get_gflags", "The flags of the server", this::tell),
      reading("cfgutils.is_gflag", "Whether flags are set", this::ask),
      changing("cfgutils.set_gflag", "Sets flags", call -> set(mask(call))),
      changing("cfgutils.reset_gflag", "Resets flags", call -> reset(mask(call)))
    };
  }

  int set(Frame frame, long mask) {
    set(mask);
    return 1;
  }

  int reset(Frame frame, long mask) {
    reset(mask);
    return 1;
  }

  int areSet(Frame frame, long mask) {
    return areSet(mask) ? 1 : -1;
  }

  private void tell(RpcCall call) {
    call.printf("0x%X (%d)", bits.get(), bits.get());
  }

  private void ask(RpcCall call) {
    call.add(areSet(mask(call)) ? "TRUE" : "FALSE");
  }

  private static long mask(RpcCall call) {
    return call.need(RpcParameter.ANY_INTEGER, 500, "Invalid Parameters");
  }

  private void set(long mask) {
    bits.updateAndGet(old -> (old | mask) & ALL);
  }

  private void reset(long mask) {
    bits.updateAndGet(old -> old & ~mask);
  }

  /** Whether all flags of the mask are set. */
  private boolean areSet(long mask) {
    return (bits.get() & mask) == mask;
  }
}
