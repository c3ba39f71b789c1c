// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.List;

/** The names by which this server is {@link Myself} besides its sockets. Thread-safe. */
public interface OwnNames {

  /** Those of the file and those of its sockets; protocol null and port 0 hold for any. */
  List<Endpoint> all();

  /** Asks a module too, after everything else. */
  void also(Myself more);
}
