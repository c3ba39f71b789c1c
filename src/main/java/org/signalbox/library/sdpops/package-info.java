// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code sdpops}: what a session description offers, and offering less (RFC 4566).
 *
 * <p>Open {@link org.signalbox.library.sdpops.SdpopsModule} first. Obeys modules.md §16.
 */
@NullMarked
package org.signalbox.library.sdpops;

import org.jspecify.annotations.NullMarked;
