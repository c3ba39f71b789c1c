// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import org.signalbox.module.Port;
import org.signalbox.routing.LogSink;
import org.signalbox.script.run.Frame;
import org.signalbox.statistics.HeapUse;

/** Functions for whoever looks for a mistake: they write to the log. */
final class Diagnosis {
  private static final int ALERT = -5;
  private static final int NOTICE = 1;

  private final Port<LogSink> log;

  Diagnosis(Port<LogSink> log) {
    this.log = log;
  }

  /** What the memory is used for; there is one heap for all that Kamailio tells apart. */
  int memory(Frame frame) {
    log.get().line(NOTICE, "", HeapUse.now().summary());
    return 1;
  }

  /**
   * Ends this run of the script. Kamailio would end the process and leave a dump; here others live
   * in the same process.
   */
  int abort(Frame frame) {
    log.get().line(ALERT, "", "abort() at " + frame.place() + ": the script ends here");
    return 0;
  }
}
