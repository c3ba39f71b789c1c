// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;

/**
 * What stands between level and text of every line that a script logs ({@code log_prefix}).
 * Thread-safe.
 */
@FunctionalInterface
public interface LogPrefix {

  /** The prefix for the message of a frame, with the blank that the file gives; may be empty. */
  String of(Frame frame);
}
