// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** A request. */
public final class SipRequest extends SipMessage {}
