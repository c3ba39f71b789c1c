// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** What makes a destination: the same URI with two owners is watched twice. */
record DestinationKey(String uri, String owner) {}
