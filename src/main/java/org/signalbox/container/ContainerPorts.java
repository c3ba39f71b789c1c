// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.signalbox.resolver.Resolver;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transport.MessageSender;

/**
 * What a container needs from the house.
 *
 * @param transactions sends and receives; the container does not close it
 * @param sender asked only from where a message would leave
 * @param resolver finds where requests go
 * @param listeningPoints what is open now; asked when a request or a context attribute needs it
 * @param wheel runs session expiry and servlet timers
 * @param time the clock of that wheel
 * @param callbacks runs listeners and servlets when a timer or a failure calls them, so that the
 *     wheel and a sending servlet are never held up; must not reject
 * @param resources files of the application
 * @param loader the application's class loader
 */
public record ContainerPorts(
    TransactionLayer transactions,
    MessageSender sender,
    Resolver resolver,
    Supplier<List<ListeningPoint>> listeningPoints,
    TimerWheel wheel,
    TimeSource time,
    Executor callbacks,
    ResourceFinder resources,
    ClassLoader loader) {}
