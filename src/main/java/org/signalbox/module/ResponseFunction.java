// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import org.signalbox.sip.SipResponse;

/**
 * Sees each reply that arrives, after {@code reply_route} and before it is matched to a
 * transaction; the functions of all modules are asked in load order (guide, chapter 16.1). Called
 * on the thread that brings the reply, on several at once; must not block.
 */
@FunctionalInterface
public interface ResponseFunction {

  /** True when the module has taken the reply: nothing else is done for it. */
  boolean takes(SipResponse reply);
}
