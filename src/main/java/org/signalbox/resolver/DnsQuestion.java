// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

/**
 * One question to the name servers.
 *
 * @param name in lower case, without a dot at its end
 */
record DnsQuestion(String name, DnsType type) {}
