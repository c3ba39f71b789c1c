// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.signalbox.routing.LogSink;

/**
 * What scripts log, on stderr ({@code log_stderror}) and past the server's own log, whose form is
 * not Kamailio's.
 */
final class StderrLines implements LogSink {
  private final OutputStream out;
  private final LineForm form;

  StderrLines(LineForm form) {
    this(new FileOutputStream(FileDescriptor.err), form); // System.err leads to the server's log
  }

  StderrLines(OutputStream out, LineForm form) {
    this.out = out;
    this.form = form;
  }

  @Override
  public void line(int level, String facility, String text) {
    byte[] line = (form.of(level, facility, text) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    try {
      out.write(line); // one write: lines of several threads stay whole
    } catch (IOException e) {
      ServerLog.LOG.stderrClosed(e.toString());
    }
  }
}
