// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;

/**
 * Where a 3xx made here sends its client: the request URI when the script has changed it, then
 * further targets. The client's own target is none: it would come back at once.
 */
final class RedirectContacts {
  private static final int FLAGS = 1;
  private static final int PATHS = 2;

  private final StringBuilder line = new StringBuilder("Contact: ");
  private final int rich;
  private boolean some;

  private RedirectContacts(int rich) {
    this.rich = rich;
  }

  /**
   * The Contact line; empty when there is nowhere to go.
   *
   * @param rich what each Contact says besides (rich_redirect): 1 its flags, 2 its path
   */
  static String line(Frame frame, int rich) {
    RequestTarget target = RequestTarget.of(frame);
    RedirectContacts contacts = new RedirectContacts(rich);
    String changed = target.changedUri();
    if (changed != null) {
      contacts.add(changed, target.path(), target.q(), target.branchFlags());
    }
    for (Branch branch : target.branches()) {
      contacts.add(branch.uri(), branch.path(), branch.q(), branch.flags());
    }
    return contacts.some ? WireText.decoded(contacts.line.append("\r\n").toString()) : "";
  }

  private void add(String uri, @Nullable String path, int q, int flags) {
    line.append(some ? ", <" : "<").append(uri);
    some = true;
    if (path != null && (rich & PATHS) != 0) {
      line.append("?Route=");
      path.chars().forEach(this::escaped);
    }
    line.append('>');
    if (q >= 0) {
      BigDecimal weight = BigDecimal.valueOf(q, 3).stripTrailingZeros();
      line.append(";q=").append(weight.toPlainString());
    }
    if ((rich & FLAGS) != 0) {
      line.append(";flags=").append(Integer.toUnsignedString(flags));
    }
  }

  /** As the value of a header inside a URI (RFC 3261 §25.1, hvalue). */
  private void escaped(int octet) {
    boolean plain = Character.isLetterOrDigit(octet) && octet < 0x80;
    if (plain || "-_.!~*'()[]/?:+$".indexOf(octet) >= 0) {
      line.append((char) octet);
    } else {
      line.append('%').append(Character.forDigit(octet >> 4 & 0xf, 16));
      line.append(Character.forDigit(octet & 0xf, 16));
    }
  }
}
