// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** A response. */
public final class SipResponse extends SipMessage {}
