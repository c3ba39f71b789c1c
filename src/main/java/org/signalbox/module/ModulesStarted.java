// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/**
 * Every module of the file works and the sockets are open. Told as a CDI event, before the first
 * request is served, to the beans of modules: one that finds its module creates its EJB timer now.
 */
public record ModulesStarted(Modules modules) {}
