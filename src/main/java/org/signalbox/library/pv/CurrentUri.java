// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.MessageUris;
import org.signalbox.script.variable.MessageUris.Read;
import org.signalbox.sip.SipRequest;

/**
 * The request URI and the next hop as they stand now, taken apart once per change. One thread, as
 * the frame.
 */
final class CurrentUri {
  private static final StateKey<CurrentUri> KEY = StateKey.ofRun(CurrentUri::new);
  private static final Read MISSING = Read.of(null);

  private Read request = MISSING;
  private Read destination = MISSING;

  private CurrentUri() {}

  /** The request URI; missing in a reply. */
  static Read request(Frame frame) {
    if (!(frame.message() instanceof SipRequest)) {
      return MISSING;
    }
    String changed = RequestTarget.of(frame).changedUri();
    if (changed == null) {
      return MessageUris.request(frame);
    }
    CurrentUri current = frame.state(KEY);
    if (!changed.equals(current.request.text())) {
      current.request = Read.of(changed);
    }
    return current.request;
  }

  /** {@code $du}; missing when it is not set. */
  static Read destination(Frame frame) {
    String written = RequestTarget.of(frame).destinationUri();
    if (written == null) {
      return MISSING;
    }
    CurrentUri current = frame.state(KEY);
    if (!written.equals(current.destination.text())) {
      current.destination = Read.of(written);
    }
    return current.destination;
  }

  /** The parts of the request URI; null where it is none. */
  static @Nullable UriText parts(Frame frame) {
    return request(frame).parts();
  }
}
