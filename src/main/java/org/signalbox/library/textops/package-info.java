// SPDX-License-Identifier: Apache-2.0
/**
 * Kamailio's {@code textops}: searches and changes a message as text, and compares texts. Open
 * {@link org.signalbox.library.textops.TextopsModule} first; modules.md §8 and lumps.md say what
 * each function does. Changes are edits of the message: nothing here reads them back.
 */
@NullMarked
package org.signalbox.library.textops;

import org.jspecify.annotations.NullMarked;
