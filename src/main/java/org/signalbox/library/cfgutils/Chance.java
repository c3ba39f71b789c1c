// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.script.run.Frame;

/** An event that happens with a probability in percent, which scripts may change. Thread-safe. */
final class Chance {
  static final int DEFAULT = 10;
  private static final int CERTAIN = 100;

  private volatile int percent = DEFAULT;
  private volatile int initial = DEFAULT;

  /** What is wrong with a probability, or null. */
  static @Nullable String problem(long percent) {
    return percent < 0 || percent > CERTAIN ? "a probability has 0 to 100 percent" : null;
  }

  void begin(long probability) {
    initial = (int) probability;
    percent = initial;
  }

  RpcCommand[] commands() {
    return new RpcCommand[] {
      reading("cfgutils.rand_get_prob", "The probability of rand_event", this::tell),
      changing("cfgutils.rand_set_prob", "Sets the probability of rand_event", this::change),
      changing("cfgutils.rand_reset_prob", "Sets it to that of the file", call -> reset())
    };
  }

  private void tell(RpcCall call) {
    call.printf("actual probability: %d percent", percent);
  }

  private void change(RpcCall call) {
    long wanted = call.need(RpcParameter.ANY_INTEGER, 500, "Invalid Parameters");
    if (problem(wanted) != null) {
      call.fault(500, "Invalid Percent");
    } else {
      percent = (int) wanted;
    }
  }

  private void reset() {
    percent = initial;
  }

  int set(Frame frame, long wanted) {
    String problem = problem(wanted);
    if (problem != null) {
      frame.error(problem + ", not " + wanted);
      return -1;
    }
    percent = (int) wanted;
    return 1;
  }

  int reset(Frame frame) {
    reset();
    return 1;
  }

  /** The probability as return value; 0 ends the script, as it does on Kamailio. */
  int percent(Frame frame) {
    return percent;
  }

  int happens(Frame frame) {
    return ThreadLocalRandom.current().nextInt(CERTAIN) < percent ? 1 : -1;
  }
}
