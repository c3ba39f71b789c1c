// SPDX-License-Identifier: Apache-2.0
/**
 * Module {@code ipops}: questions about IP addresses as texts, and about the addresses of names.
 *
 * <p>Open {@link org.signalbox.library.ipops.IpopsModule} first. Answers as Kamailio 5.6.3 was seen
 * to; {@code $HN} obeys variables.md §12.
 */
@NullMarked
package org.signalbox.library.ipops;

import org.jspecify.annotations.NullMarked;
