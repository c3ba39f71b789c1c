// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Puts many questions at once and waits for all answers, in the order of the questions. */
final class Gather {
  private Gather() {}

  /**
   * Asks for every item.
   *
   * @param ask must tell its sink exactly once
   * @param done told all answers by whoever brings the last one
   */
  static <Q, A> void all(List<Q> items, BiConsumer<Q, Consumer<A>> ask, Consumer<List<A>> done) {
    List<A> answers = new ArrayList<>(Collections.nCopies(items.size(), null));
    AtomicInteger missing = new AtomicInteger(items.size());
    for (int i = 0; i < items.size(); i++) {
      int index = i;
      ask.accept(
          items.get(i),
          answer -> {
            answers.set(index, answer);
            if (missing.decrementAndGet() == 0) {
              done.accept(answers);
            }
          });
    }
  }
}
