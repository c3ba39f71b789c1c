// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import org.signalbox.routing.LogPrefix;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.TextFormat;

/**
 * {@code log_prefix} as the file writes it, expanded once for a message or before each of its lines
 * ({@code log_prefix_mode}).
 */
final class MessagePrefix implements LogPrefix {
  private static final StateKey<Expanded> KEY = StateKey.ofRun(Expanded::new);

  private final TextFormat format;
  private final boolean eachLine;

  MessagePrefix(TextFormat format, boolean eachLine) {
    this.format = format;
    this.eachLine = eachLine;
  }

  private static final class Expanded {
    private String text = "";
    private boolean known;
  }

  @Override
  public String of(Frame frame) {
    String fixed = format.constant();
    if (fixed != null) {
      return fixed;
    }
    if (eachLine) {
      return format.text(frame);
    }
    Expanded expanded = frame.state(KEY);
    if (!expanded.known) {
      expanded.text = format.text(frame);
      expanded.known = true;
    }
    return expanded.text;
  }
}
