// SPDX-License-Identifier: Apache-2.0
/**
 * The module that is always loaded: the global parameters, and what a whole file says once it is
 * read.
 *
 * <p>Open {@link org.signalbox.library.core.ConfigurationLoader} first: it turns a file into a
 * {@link org.signalbox.library.core.Configuration}. Opens no socket and starts nothing. Obeys
 * script.md §4.
 */
@NullMarked
package org.signalbox.library.core;

import org.jspecify.annotations.NullMarked;
