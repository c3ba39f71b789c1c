// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.util.regex.Pattern;
import org.signalbox.module.Port;
import org.signalbox.routing.Branch;
import org.signalbox.routing.Globals;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;

/** {@code append_branch}: one more target, which takes over where and how the first one goes. */
final class Branches {
  private static final int NO_WEIGHT = -1;
  private static final int BAD_WEIGHT = -2;
  private static final Pattern WEIGHT = Pattern.compile("[01]?(\\.\\d{0,3})?");

  private final Port<Globals> globals;

  Branches(Port<Globals> globals) {
    this.globals = globals;
  }

  /** The request URI as it stands; the first target then begins anew. */
  int current(Frame frame) {
    RequestTarget target = RequestTarget.of(frame);
    int result = append(target, RequestTarget.ruri(frame), target.q());
    if (result > 0) {
      target.destinationUri(null);
      target.path(null);
      target.socket(null);
      target.branchFlags(0);
    }
    return result;
  }

  /** Another URI, which is not checked. */
  int to(Frame frame, String uri) {
    return append(RequestTarget.of(frame), uri, NO_WEIGHT);
  }

  /** The same with a q from 0 to 1. */
  int weighed(Frame frame, String[] uriAndWeight) {
    int q = thousandths(uriAndWeight[1]);
    if (q == BAD_WEIGHT) {
      frame.error("append_branch: bad q value '" + uriAndWeight[1] + "'");
      return -1;
    }
    return append(RequestTarget.of(frame), uriAndWeight[0], q);
  }

  private int append(RequestTarget target, String uri, int q) {
    // The first target counts too.
    if (target.branches().size() + 1 >= globals.get().integer("max_branches")) {
      return -1;
    }
    target
        .branches()
        .add(
            new Branch(
                uri,
                target.destinationUri(),
                target.path(),
                q,
                target.socket(),
                target.branchFlags(),
                null,
                null,
                null));
    return 1;
  }

  private static int thousandths(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return NO_WEIGHT;
    }
    if (text.equals(".") || !WEIGHT.matcher(text).matches()) {
      return BAD_WEIGHT;
    }
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    String fraction = dot < 0 ? "" : text.substring(dot + 1);
    int q =
        (whole.equals("1") ? 1000 : 0)
            + (fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)));
    return q > 1000 ? BAD_WEIGHT : q;
  }
}
