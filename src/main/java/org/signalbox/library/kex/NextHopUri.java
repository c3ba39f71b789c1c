// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;

/** Where the request goes instead of its URI: {@code $du} as functions. */
final class NextHopUri {
  private NextHopUri() {}

  /** The text is not checked. */
  static int set(Frame frame, String uri) {
    RequestTarget.of(frame).destinationUri(uri);
    return 1;
  }

  static int reset(Frame frame) {
    RequestTarget.of(frame).destinationUri(null);
    return 1;
  }

  static int isSet(Frame frame) {
    return RequestTarget.of(frame).destinationUri() == null ? -1 : 1;
  }
}
