// SPDX-License-Identifier: Apache-2.0
/**
 * Variables that belong to the language itself or need nothing but a message (variables.md).
 *
 * <p>Open {@link org.signalbox.script.variable.BuiltInVariables} first. Each family answers to its
 * names while a file is planned; what it makes is read and written while a message runs.
 */
@NullMarked
package org.signalbox.script.variable;

import org.jspecify.annotations.NullMarked;
