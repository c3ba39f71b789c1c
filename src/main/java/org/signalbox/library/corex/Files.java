// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** Small files that scripts read and write whole; the thread of the message waits for the disk. */
final class Files {
  /** Nobody keeps a larger text in a variable on purpose. */
  private static final int LARGEST = 1 << 20;

  private Files() {}

  /** {@code file_read("/path", "$var(x)")}: 1, or -1 and the variable as it was. */
  static FunctionCall read(Arguments arguments) {
    Arguments.TextArgument path = arguments.text(0);
    Variable.Writable into = arguments.writable(1);
    return frame -> {
      String file = path.value(frame);
      if (file == null) {
        return -1;
      }
      try (InputStream in = java.nio.file.Files.newInputStream(Path.of(file))) {
        byte[] bytes = in.readNBytes(LARGEST);
        return into.assign(frame, WireText.of(bytes, 0, bytes.length)) ? 1 : -1;
      } catch (IOException | InvalidPathException e) {
        return failed(frame, "file_read: cannot read " + file, e);
      }
    };
  }

  /** {@code file_write("/path", "text")}: replaces what the file held. */
  static int write(Frame frame, String[] pathAndText) {
    try {
      byte[] bytes = pathAndText[1].getBytes(StandardCharsets.ISO_8859_1); // a byte in each char
      java.nio.file.Files.write(Path.of(pathAndText[0]), bytes);
      return 1;
    } catch (IOException | InvalidPathException e) {
      return failed(frame, "file_write: cannot write " + pathAndText[0], e);
    }
  }

  private static int failed(Frame frame, String what, Exception why) {
    frame.error(what + " (" + why.getClass().getSimpleName() + ")");
    return -1;
  }
}
