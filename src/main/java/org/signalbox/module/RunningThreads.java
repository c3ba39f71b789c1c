// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.List;

/** The threads of this server, for whoever shows them; bound by the server. Thread-safe. */
@FunctionalInterface
public interface RunningThreads {

  /** Their names, in the order in which they were made. */
  List<String> names();
}
