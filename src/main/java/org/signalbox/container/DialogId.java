// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

/**
 * What tells one dialog from another (RFC 3261 §12).
 *
 * @param callId the Call-ID
 * @param localTag our tag
 * @param remoteTag the peer's tag; empty while it has not answered, or has none (RFC 2543)
 */
record DialogId(String callId, String localTag, String remoteTag) {}
