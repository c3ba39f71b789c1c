// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * One OPTIONS to be sent.
 *
 * @param destinationId the destination it asks about
 * @param number which ping of that destination it is, from 1
 * @param uri Request-URI and To
 * @param settings everything else about it
 */
public record PingRequest(long destinationId, long number, String uri, PingSettings settings) {}
