package org.example.kinds;

import java.util.Map;
import org.signalbox.module.Bindings;
import org.signalbox.module.InternalLibrary;
import org.signalbox.module.LibraryVersion;

/** A library that a module of this jar needs: it is opened for it, and binds itself as a port. */
public final class Phrases implements InternalLibrary {
  private static final Map<String, String> FRENCH = Map.of("hello", "bonjour", "bye", "adieu");

  @Override
  public String name() {
    return "phrases";
  }

  @Override
  public LibraryVersion version() {
    return new LibraryVersion(1, 2, 0);
  }

  @Override
  public void open(Bindings bindings) {
    bindings.bind(Phrases.class, this);
  }

  String french(String english) {
    return FRENCH.getOrDefault(english, english);
  }
}
