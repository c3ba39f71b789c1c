// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/**
 * The modules are about to be destroyed. Told as a CDI event to their beans: timers end now, and
 * nobody calls the module any more once the event has been observed.
 */
public record ModulesStopping(Modules modules) {}
