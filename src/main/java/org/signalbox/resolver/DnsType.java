// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

/** The record types that are asked for. */
enum DnsType {
  A,
  AAAA,
  SRV
}
