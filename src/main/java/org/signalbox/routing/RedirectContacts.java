// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.math.BigDecimal;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;

/** Where a 3xx made here sends its client: the request URI as it stands, then further targets. */
final class RedirectContacts {
  private RedirectContacts() {}

  /** The Contact line. */
  static String line(Frame frame) {
    RequestTarget target = RequestTarget.of(frame);
    StringBuilder line = new StringBuilder("Contact: ");
    append(line, RequestTarget.ruri(frame), target.q());
    for (Branch branch : target.branches()) {
      append(line.append(", "), branch.uri(), branch.q());
    }
    return WireText.decoded(line.append("\r\n").toString());
  }

  private static void append(StringBuilder line, String uri, int q) {
    line.append('<').append(uri).append('>');
    if (q >= 0) {
      BigDecimal weight = BigDecimal.valueOf(q, 3).stripTrailingZeros();
      line.append(";q=").append(weight.toPlainString());
    }
  }
}
