// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller hears. */
public sealed interface RpcReply {

  /**
   * It worked.
   *
   * @param listing whether the items are the answer, else the last of them is
   * @param items see {@link RpcArray} for what they may be
   */
  record Result(boolean listing, List<@Nullable Object> items) implements RpcReply {
    public Result {
      items = Collections.unmodifiableList(new ArrayList<>(items));
    }
  }

  /**
   * It did not.
   *
   * @param code 400 bad parameter, 404 no such object, 500 anything else, or a command's own
   * @param text one sentence
   */
  record Fault(int code, String text) implements RpcReply {}
}
