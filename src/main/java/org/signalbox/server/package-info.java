// SPDX-License-Identifier: Apache-2.0
/**
 * The front door: starts and stops everything inside WildFly, and lets CDI into SIP Servlets.
 *
 * <p>Open {@link org.signalbox.server.SignalboxServer} first: it builds every room by constructor
 * and is the only place that knows all of them. Decides nothing about a message; threads come from
 * the container and are joined when the server stops.
 */
@NullMarked
package org.signalbox.server;

import org.jspecify.annotations.NullMarked;
