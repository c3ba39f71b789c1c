// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * One change: the bytes from {@code offset} to {@code end} leave, {@code text} comes in their
 * place.
 *
 * @param offset in the array of the message
 * @param end equals offset for an insertion
 * @param text null for a removal
 */
record Edit(int offset, int end, @Nullable LateText text) {

  static LateText literal(Octets octets) {
    return new Literal(octets);
  }

  /** Text that is known already. */
  record Literal(Octets octets) implements LateText {
    @Override
    public void writeTo(OutputBuffer out, Departure departure) {
      out.append(octets);
    }
  }
}
