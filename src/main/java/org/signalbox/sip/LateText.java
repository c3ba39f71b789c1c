// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** Text of an edit that is known only once the message leaves for one destination. */
@FunctionalInterface
public interface LateText {

  /** Writes the text, or nothing when it is not wanted there. Called once per sending. */
  void writeTo(OutputBuffer out, Departure departure);
}
