// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The latest connections that this server was told to close: a reply that was still to come must
 * not open a new one to their peers. Thread-safe, bounded.
 */
final class SeveredIds {
  private static final int MOST = 4096;

  private final Set<Long> ids = new LinkedHashSet<>(); // guarded by this

  synchronized void add(long id) {
    ids.add(id);
    if (ids.size() > MOST) {
      Iterator<Long> oldest = ids.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  synchronized boolean contains(long id) {
    return ids.contains(id);
  }
}
