// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signalbox.library.core.Configuration;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.script.Source;

/** Finds the configuration file and reads it, or says every mistake in it. */
final class ConfigurationFile {
  private static final String SAMPLE = "signalbox.cfg";

  private ConfigurationFile() {}

  /**
   * Reads the file that the settings name, else the sample in our jar.
   *
   * @param loader where modules are found
   * @throws ServerException when it cannot be read or used; its mistakes have been logged then
   */
  static Configuration read(ServerSettings settings, ClassLoader loader) {
    Source source =
        settings.file().map(ConfigurationFile::file).orElseGet(ConfigurationFile::sample);
    Loading loading =
        new ConfigurationLoader(Modules.found(loader)).load(source, settings.defines());
    if (loading instanceof Loading.Loaded loaded) {
      if (!loaded.report().isEmpty()) {
        ServerLog.LOG.warnings(loaded.report());
      }
      return loaded.configuration();
    }
    ServerLog.LOG.mistakes(loading.report());
    throw new ServerException("bad configuration file " + source.name());
  }

  private static Source file(Path path) {
    try {
      return Source.read(path);
    } catch (IOException e) {
      String why = Files.exists(path) ? e.getMessage() : "No such file or directory";
      throw new ServerException("loading config file(" + path + "): " + why);
    }
  }

  private static Source sample() {
    try (InputStream bytes = ConfigurationFile.class.getResourceAsStream(SAMPLE)) {
      if (bytes == null) {
        throw new ServerException("there is no sample configuration in the application");
      }
      String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
      return Source.of("the sample inside the WAR", text);
    } catch (IOException e) {
      throw new ServerException(e);
    }
  }
}
