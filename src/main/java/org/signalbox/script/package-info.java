// SPDX-License-Identifier: Apache-2.0
/**
 * The configuration language: what a file says, never what it does to a socket.
 *
 * <p>This package is the vocabulary its parts share; open {@link org.signalbox.script.Problem} to
 * see how a mistake is told. Text becomes a tree in {@code syntax}, a tree becomes a plan in {@code
 * plan}. Knows modules and functions only by signature. Obeys script.md.
 */
@NullMarked
package org.signalbox.script;

import org.jspecify.annotations.NullMarked;
