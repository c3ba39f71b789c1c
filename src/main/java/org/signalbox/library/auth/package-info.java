// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code auth}: digest authentication of requests (RFC 3261 §22, RFC 7616, RFC 8760).
 *
 * <p>Open {@link org.signalbox.library.auth.AuthModule} first. Passwords come from the script;
 * nothing is stored.
 */
@NullMarked
package org.signalbox.library.auth;

import org.jspecify.annotations.NullMarked;
