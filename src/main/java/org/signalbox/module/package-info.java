// SPDX-License-Identifier: Apache-2.0
/**
 * What a module exports and how it lives: loaded by name or from a jar of its own, initialised,
 * started, destroyed; with its threads, its libraries and what is injected into it.
 *
 * <p>Open {@link org.signalbox.module.SignalboxModule} first, then {@link
 * org.signalbox.module.Modules}; docs/modules.md is for who writes one. Knows the language, but
 * neither the doors nor any single module. Obeys script.md §4.1, runtime.md §2 and the guide,
 * chapters 8, 16 and 17.
 */
@NullMarked
package org.signalbox.module;

import org.jspecify.annotations.NullMarked;
