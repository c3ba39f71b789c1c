// SPDX-License-Identifier: Apache-2.0
/**
 * From text to tree: characters, tokens, preprocessor, grammar (script.md §1, §2, §4 to §7).
 *
 * <p>Open {@link org.signalbox.script.syntax.Parser} first; what it gives is a {@link
 * org.signalbox.script.syntax.ScriptFile} of records with a place each. Resolves no name: whether a
 * function, variable or route exists is for {@code plan} to say.
 */
@NullMarked
package org.signalbox.script.syntax;

import org.jspecify.annotations.NullMarked;
