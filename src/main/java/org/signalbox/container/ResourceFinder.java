// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds files of the WAR for {@code ServletContext}. Thread-safe. */
public interface ResourceFinder {

  /** For an application without files of its own. */
  ResourceFinder NONE =
      new ResourceFinder() {
        @Override
        public @Nullable URL resource(String path) {
          return null;
        }

        @Override
        public @Nullable Set<String> paths(String directory) {
          return null;
        }
      };

  /**
   * The file at a path that begins with a slash; null when there is none.
   *
   * @throws MalformedURLException when the path does not begin with a slash
   */
  @Nullable URL resource(String path) throws MalformedURLException;

  /** What lies directly in a directory, subdirectories with a trailing slash; null for no such. */
  @Nullable Set<String> paths(String directory);
}
