// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.sip.Header;

/** Whose credentials a script has verified in a request; its later routes know, too. */
public final class Authorized {
  private static final StateKey<Authorized> KEY = StateKey.ofTransaction(Authorized::new);

  private final List<Header> headers = new ArrayList<>(1);
  private final Set<String> users = new TreeSet<>();

  private Authorized() {}

  /** What is known about the request of a frame. */
  public static Authorized of(Frame frame) {
    return frame.state(KEY);
  }

  /** A header has turned out to be that of a user. */
  public void add(Header header, String user) {
    headers.add(header);
    users.add(user);
  }

  /** Whether anybody's have been verified. */
  public boolean any() {
    return !headers.isEmpty();
  }

  /** Whether those of a user have been verified. */
  public boolean has(@Nullable String user) {
    return user != null && users.contains(user);
  }

  /** The headers that have been verified. */
  public List<Header> headers() {
    return List.copyOf(headers);
  }
}
