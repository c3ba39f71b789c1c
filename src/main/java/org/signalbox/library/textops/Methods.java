// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/** {@code is_method("INVITE|BYE")}: known methods are bits, so that a list is one test. */
final class Methods {
  private Methods() {}

  static FunctionCall isMethod(Arguments arguments) {
    String written = arguments.constant(0).strip();
    String[] names = written.split("\\|", -1);
    if (names.length == 1 && known(written) == Method.OTHER) {
      return frame -> written.equalsIgnoreCase(name(frame.message())) ? 1 : -1;
    }
    int wanted = 0;
    for (String name : names) {
      Method method = known(name);
      if (method == Method.OTHER) {
        throw new Unresolvable(
            "'" + name + "' is no known method; such a one may stand alone only");
      }
      wanted |= method.number();
    }
    int bits = wanted;
    return frame -> (number(frame.message()) & bits) != 0 ? 1 : -1;
  }

  private static Method known(String name) {
    return Method.of(name.strip().toUpperCase(Locale.ROOT));
  }

  private static int number(SipMessage message) {
    if (message instanceof SipRequest request) {
      return request.known().number();
    }
    CSeq cseq = message.cseq();
    return cseq == null ? 0 : cseq.known().number();
  }

  private static @Nullable String name(SipMessage message) {
    if (message instanceof SipRequest request) {
      return request.method();
    }
    CSeq cseq = message.cseq();
    return cseq == null ? null : cseq.method();
  }
}
