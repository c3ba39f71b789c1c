// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.nio.file.Path;

/**
 * Where modules keep what survives a restart; the server binds it before modules are initialised.
 *
 * @param path an existing directory; a module makes one of its own name in it
 */
public record DataDirectory(Path path) {}
