// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import static org.signalbox.rpc.RpcCommand.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModuleException;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;

/** Whether a file has changed since the start, told by its MD5 digest. */
final class HashedFile {
  private @Nullable Path file;
  private String atStart = "";

  RpcCommand[] commands() {
    return new RpcCommand[] {
      reading("cfgutils.get_config_hash", "The digest of hash_file at the start", this::tell),
      reading("cfgutils.check_config_hash", "Whether hash_file is still the same", this::check)
    };
  }

  /** Takes the digest of a file; an empty name means none. */
  void begin(String name) {
    if (!name.isEmpty()) {
      Path path = Path.of(name);
      try {
        atStart = digest(path);
        file = path;
      } catch (IOException e) {
        throw new ModuleException("cannot read hash_file " + name, e);
      }
    }
  }

  private void tell(RpcCall call) {
    call.add(atStart);
  }

  private void check(RpcCall call) {
    Path path = file;
    if (path == null) {
      call.fault(500, "No hash file");
      return;
    }
    try {
      call.add(digest(path).equals(atStart) ? "Identical hash" : "Different hash");
    } catch (IOException e) {
      call.fault(500, "Failed to hash the file");
    }
  }

  private static String digest(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      MessageDigest md5 = MessageDigest.getInstance("MD5"); // tells changes, protects nothing
      new DigestInputStream(bytes, md5).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(md5.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new ModuleException("this JVM has no MD5", e);
    }
  }
}
