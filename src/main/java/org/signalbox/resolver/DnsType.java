// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

/** The record types that are asked for. */
public enum DnsType {
  A,
  AAAA,
  SRV,
  NAPTR
}
