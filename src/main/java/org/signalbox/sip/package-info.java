// SPDX-License-Identifier: Apache-2.0
/**
 * One SIP message, from the bytes of the wire to the bytes of the wire (RFC 3261 §7, §19, §20,
 * §25).
 *
 * <p>Open {@link org.signalbox.sip.SipMessage} first. Knows the JDK only: no sockets, no timers, no
 * container.
 */
@NullMarked
package org.signalbox.sip;

import org.jspecify.annotations.NullMarked;
