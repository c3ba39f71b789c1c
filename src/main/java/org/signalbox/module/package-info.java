// SPDX-License-Identifier: Apache-2.0
/**
 * What a module exports and how it lives: parameters, functions, events, dependencies; loaded,
 * initialised, started, destroyed.
 *
 * <p>Open {@link org.signalbox.module.SignalboxModule} first, then {@link
 * org.signalbox.module.Modules}. Knows the language, but neither the doors nor any single module.
 * Obeys script.md §4.1 and runtime.md §2.
 */
@NullMarked
package org.signalbox.module;

import org.jspecify.annotations.NullMarked;
