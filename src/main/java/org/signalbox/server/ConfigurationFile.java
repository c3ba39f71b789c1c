// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.signalbox.container.ResourceFinder;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.script.Source;

/** Finds the configuration file and reads it, or says every mistake in it. */
final class ConfigurationFile {
  /** Where an application that bundles our jar may keep a file of its own. */
  private static final String OF_THE_APPLICATION = "/WEB-INF/signalbox.cfg";

  private static final String SAMPLE = "signalbox.cfg";

  private final ServerSettings settings;
  private final ResourceFinder application;

  ConfigurationFile(ServerSettings settings, ResourceFinder application) {
    this.settings = settings;
    this.application = application;
  }

  /**
   * Reads the file that the settings name, else the application's own, else our sample.
   *
   * @param modules those that the file may load
   * @throws ServerException when it cannot be read or used; its mistakes have been logged then
   */
  Loading.Loaded read(Modules modules) {
    Source source = source();
    if (load(source, modules) instanceof Loading.Loaded loaded) {
      return loaded;
    }
    throw new ServerException("bad configuration file " + source.name());
  }

  /**
   * Reads the same file once more, for the modules that run; what is wrong is logged.
   *
   * @throws ServerException when there is no such file
   */
  Loading again(Modules running) {
    return load(source(), running.again());
  }

  private Loading load(Source source, Modules modules) {
    Loading loading = new ConfigurationLoader(modules).load(source, settings.defines());
    if (loading instanceof Loading.Refused) {
      ServerLog.LOG.mistakes(loading.report());
    } else if (!loading.report().isEmpty()) {
      ServerLog.LOG.warnings(loading.report());
    }
    return loading;
  }

  private Source source() {
    try {
      if (settings.file().isPresent()) {
        return file(settings.file().get());
      }
      URL own = application.resource(OF_THE_APPLICATION);
      return own != null
          ? text(OF_THE_APPLICATION, own)
          : text("the sample inside the WAR", sample());
    } catch (IOException e) {
      throw new ServerException(e);
    }
  }

  private static Source file(Path path) throws IOException {
    try {
      return Source.read(path);
    } catch (NoSuchFileException e) {
      throw new ServerException(
          "loading config file(%s): No such file or directory".formatted(path));
    }
  }

  private static Source text(String name, URL url) throws IOException {
    try (InputStream bytes = url.openStream()) {
      return Source.of(name, new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
    }
  }

  private static URL sample() {
    URL sample = ConfigurationFile.class.getResource(SAMPLE);
    if (sample == null) {
      throw new ServerException("there is no sample configuration in the application");
    }
    return sample;
  }
}
