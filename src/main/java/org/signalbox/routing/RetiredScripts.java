// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.script.run.Releases;
import org.signalbox.script.run.Script;

/**
 * Scripts that a reload has replaced. A suspended message may go on in one for minutes, so what it
 * holds is let go only when nobody can reach it: looked for at each reload, and at the end.
 */
final class RetiredScripts {
  private final ReferenceQueue<Script> unreachable = new ReferenceQueue<>();
  private final Set<Retired> retired = ConcurrentHashMap.newKeySet();

  private static final class Retired extends PhantomReference<Script> {
    private final Releases releases;

    Retired(Script script, ReferenceQueue<Script> queue) {
      super(script, queue);
      releases = script.releases();
    }
  }

  void add(Script script) {
    retired.add(new Retired(script, unreachable));
    for (Reference<?> gone = unreachable.poll(); gone != null; gone = unreachable.poll()) {
      if (gone instanceof Retired old && retired.remove(old)) {
        old.releases.run();
      }
    }
  }

  /** Lets everything go: no message runs any more. */
  void close() {
    retired.forEach(script -> script.releases.run());
    retired.clear();
  }
}
