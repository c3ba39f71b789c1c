// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps copies of received SIP messages, under their Call-ID and an id of the script, and later
 * runs them through a route as if they had just arrived.
 *
 * <p>Open {@link org.signalbox.siprepo.SipRepository} first, then {@code MessageTable} (where they
 * are) and {@code Pulling} (how they run again). Scripts and operators come in through {@code
 * SiprepoModule}. Knows no REST; obeys spec/siprepo.md.
 */
@NullMarked
package org.signalbox.siprepo;

import org.jspecify.annotations.NullMarked;
