// SPDX-License-Identifier: Apache-2.0
/**
 * The REST door: JAX-RS under {@code /signalbox/api}, server-sent events, and what the page asks
 * for.
 *
 * <p>Open {@link org.signalbox.admin.DestinationsResource} first. Decides nothing about SIP: it
 * translates between HTTP and the modules. Errors leave as RFC 9457 problems.
 */
@NullMarked
package org.signalbox.admin;

import org.jspecify.annotations.NullMarked;
