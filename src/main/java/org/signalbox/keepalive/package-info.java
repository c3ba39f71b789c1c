// SPDX-License-Identifier: Apache-2.0
/**
 * Watches SIP destinations: pings each with OPTIONS, decides whether it is up, and says why.
 *
 * <p>Open {@link org.signalbox.keepalive.Keepalive} first, then follow a tick: {@code PingSchedule}
 * (who is due), {@link org.signalbox.keepalive.PingSender} (the question), {@code HealthRule} (the
 * verdict), {@code News} (who is told). Scripts and operators come in through {@code
 * KeepaliveModule}. Knows no REST; obeys spec/keepalive.md and RFC 3261 §11.
 */
@NullMarked
package org.signalbox.keepalive;

import org.jspecify.annotations.NullMarked;
