// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Map;

/**
 * What makes a destination: the same URI with two owners, or from two sockets, is watched twice.
 *
 * @param uri in the one spelling of {@link DestinationUri}
 * @param owner who asked for it
 * @param socket where its pings leave from, if it says so itself; else empty
 */
record DestinationKey(String uri, String owner, String socket) {

  static DestinationKey of(String uri, String owner, Map<String, String> own) {
    return new DestinationKey(uri, owner, own.getOrDefault(Setting.SOCKET, ""));
  }
}
