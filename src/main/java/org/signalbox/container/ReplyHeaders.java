// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.HeaderType;

/** The headers of a response that is being made: those of its request, then its own. */
record ReplyHeaders(LazyRequest request, String to, boolean recordRoute, HeaderList own)
    implements Headers {
  @Override
  public @Nullable String first(String name) {
    if (HeaderType.of(name) == HeaderType.TO) {
      return to;
    }
    return copied(name, recordRoute) ? request.headers().first(name) : own.first(name);
  }

  @Override
  public List<String> all(String name) {
    if (HeaderType.of(name) == HeaderType.TO) {
      return List.of(to);
    }
    return copied(name, recordRoute) ? request.headers().all(name) : own.all(name);
  }

  @Override
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : request.headers().names()) {
      if (copied(name, recordRoute)) {
        names.add(name);
      }
    }
    names.addAll(own.names());
    return new ArrayList<>(names);
  }

  static boolean copied(String name, boolean recordRoute) {
    return switch (HeaderType.of(name)) {
      case VIA, FROM, TO, CALL_ID, CSEQ -> true;
      case RECORD_ROUTE -> recordRoute;
      default -> false;
    };
  }
}
