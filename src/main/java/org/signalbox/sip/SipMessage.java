// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** One SIP message over the bytes it arrived in. */
public abstract sealed class SipMessage implements Parsed permits SipRequest, SipResponse {}
