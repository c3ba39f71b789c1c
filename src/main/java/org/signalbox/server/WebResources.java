// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.container.ResourceFinder;

/** The files of the WAR, as its web context sees them. */
record WebResources(ServletContext context) implements ResourceFinder {

  @Override
  public @Nullable URL resource(String path) throws MalformedURLException {
    return context.getResource(path);
  }

  @Override
  public @Nullable Set<String> paths(String directory) {
    return context.getResourcePaths(directory);
  }
}
