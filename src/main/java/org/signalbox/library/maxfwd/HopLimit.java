// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.maxfwd;

import org.signalbox.script.run.Frame;
import org.signalbox.sip.Ascii;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;

/** Reads and lowers Max-Forwards (modules.md §5). */
final class HopLimit {
  private static final int HIGHEST = 255;
  private static final int HIGHEST_READ = 65_535;
  private static final long ABSENT = -2;
  private static final long UNREADABLE = -3;

  private HopLimit() {}

  /**
   * One hop less; what is absent is added.
   *
   * @param added the value of a header that is added
   * @param limit what a higher value is lowered to
   * @return 1 lowered, 2 added, -1 no hop is left, -2 no number
   */
  static int process(Frame frame, long added, long limit) {
    if (!fits(frame, added)) {
      return -1;
    }
    SipMessage message = frame.message();
    long hops = hops(frame);
    if (hops == ABSENT) {
      return message.edits().appendHeader("Max-Forwards: " + added) ? 2 : -2;
    }
    if (hops == UNREADABLE) {
      return -2;
    }
    if (hops == 0) {
      return -1;
    }
    message.lowerMaxForwards((int) (hops > limit ? Math.max(0, limit) : hops - 1));
    return 1;
  }

  /** 1 when fewer hops than the bound are left, -1 when not, -2 absent, -3 no number. */
  static int below(Frame frame, long bound) {
    if (!fits(frame, bound)) {
      return -1;
    }
    long hops = hops(frame);
    return hops < 0 ? (int) hops : hops < bound ? 1 : -1;
  }

  private static boolean fits(Frame frame, long hops) {
    boolean fits = hops >= 0 && hops <= HIGHEST;
    if (!fits) {
      frame.error("invalid param value: " + hops);
    }
    return fits;
  }

  /** The value; an empty one means 0. */
  private static long hops(Frame frame) {
    SipMessage message = frame.message();
    int usual = message.maxForwards();
    if (usual >= 0) {
      return usual;
    }
    Header header = message.header(HeaderType.MAX_FORWARDS);
    if (header == null) {
      return ABSENT;
    }
    Octets value = header.octets();
    int to = value.offset() + value.length();
    long large = Ascii.number(value.array(), value.offset(), to, HIGHEST_READ);
    if (large < 0 && value.length() > 0) {
      frame.error("unable to parse the max forwards number");
      return UNREADABLE;
    }
    return Math.max(0, large);
  }
}
