// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.sip.SipRequest;

/** Sees each new request before {@code request_route}. Thread-safe; must not block. */
@FunctionalInterface
public interface RequestFilter {

  /** True when nothing else is to be done for the request: the script does not run. */
  boolean takes(SipRequest request);
}
