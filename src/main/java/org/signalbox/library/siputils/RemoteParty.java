// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.AvpName;
import org.signalbox.script.variable.Avps;

/** Remote-Party-ID out of what an AVP holds. */
final class RemoteParty {
  private Object name = "rpid";
  private String prefix = "";
  private String suffix = "";

  /** What is wrong with the parameter that names the AVP, or null. */
  static @Nullable String problem(String given) {
    try {
      name(given);
      return null;
    } catch (Unresolvable e) {
      return "malformed or non AVP " + given + " AVP definition";
    }
  }

  private static Object name(String given) {
    boolean avp = given.startsWith("$avp(") && given.endsWith(")");
    if (!avp) {
      throw new Unresolvable(given);
    }
    return AvpName.fixed(given.substring(5, given.length() - 1));
  }

  void writes(String avp, String before, String behind) {
    name = name(avp);
    prefix = before;
    suffix = behind;
  }

  int append(Frame frame) {
    return append(frame, prefix, suffix);
  }

  /** -1 when the AVP holds no text. */
  int append(Frame frame, String before, String behind) {
    String text = text(frame);
    return text != null
            && frame
                .message()
                .edits()
                .appendHeader(
                    WireText.decoded("Remote-Party-ID: " + before + text + behind + "\r\n"))
        ? 1
        : -1;
  }

  int isE164(Frame frame) {
    String text = text(frame);
    if (text == null) {
      return -1;
    }
    int open = text.indexOf('<');
    int close = text.indexOf('>', open);
    String uri = open >= 0 && close > open ? text.substring(open + 1, close) : text;
    return Digits.isUserE164(uri) ? 1 : -1;
  }

  private @Nullable String text(Frame frame) {
    Value value = Avps.of(frame).newest(name);
    return value == null || value.isInteger() || value.text().isEmpty() ? null : value.text();
  }
}
