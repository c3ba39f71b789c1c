// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.AddressText;

/** {@code $HN(k)}: what this machine is called; asked once, when it is first wanted. */
final class OwnName {
  private volatile @Nullable Known known;

  private record Known(String name, @Nullable InetAddress address) {}

  VariableFamily family() {
    return VariableTable.builder()
        .keyed(
            "HN",
            new VariableTable.Keys()
                .text("n", frame -> before(known().name()))
                .text("f", frame -> known().name())
                .text("d", frame -> behind(known().name()))
                .text(
                    "i",
                    frame -> known().address() == null ? null : AddressText.of(known().address())))
        .build();
  }

  private static String before(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static @Nullable String behind(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? null : name.substring(dot + 1);
  }

  private Known known() {
    Known asked = known;
    if (asked == null) {
      asked = ask();
      known = asked;
    }
    return asked;
  }

  private static Known ask() {
    try {
      InetAddress own = InetAddress.getLocalHost();
      return new Known(own.getHostName(), own);
    } catch (UnknownHostException e) {
      return new Known("localhost", null);
    }
  }
}
