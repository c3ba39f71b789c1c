// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

/** What NAPTR records count for (RFC 3263 §4.1; {@code dns_try_naptr}). */
public enum PointerUse {
  /** Nobody asks for them. */
  NONE,
  /** They say what there is; which of it comes first is ours ({@code dns_naptr_ignore_rfc}). */
  OWN_ORDER,
  /** They say what there is and what comes first. */
  THEIR_ORDER
}
