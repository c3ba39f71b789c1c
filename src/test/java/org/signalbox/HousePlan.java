// SPDX-License-Identifier: Apache-2.0
package org.signalbox;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rooms of the house and who may use whom; a room may be on the plan before it is built. */
final class HousePlan {
  private static final String BASE = "org.signalbox.";

  private static final Set<String> GROUND = Set.of("sip", "script", "timer", "lock", "statistics");
  private static final Set<String> ENGINE =
      Set.of(
          "rpc",
          "resolver",
          "database",
          "worker",
          "transport",
          "transaction",
          "container",
          "module",
          "routing");
  private static final Set<String> MODULES = Set.of("keepalive", "tcpops", "async", "siprepo");
  private static final Set<String> DOORS = Set.of("server", "admin", "control");

  /** What a room may use on its own floor; rooms that are not named here use none. */
  private static final Map<String, Set<String>> NEIGHBOURS =
      Map.of(
          "script", Set.of("sip", "statistics"),
          "transport", Set.of("rpc", "resolver", "database", "worker"),
          "transaction", Set.of("rpc", "resolver", "database", "worker", "transport"),
          "container", Set.of("rpc", "resolver", "database", "worker", "transport", "transaction"),
          "module", Set.of("rpc", "resolver", "database", "worker"),
          "routing",
              Set.of(
                  "rpc", "resolver", "database", "worker", "transport", "transaction", "module"));

  private HousePlan() {}

  /** The room of a class; each room of {@code library} counts on its own. */
  static String room(JavaClass type) {
    List<String> parts = List.of(type.getPackageName().substring(BASE.length()).split("\\."));
    boolean shelf = parts.get(0).equals("library") && parts.size() > 1;
    return shelf ? "library." + parts.get(1) : parts.get(0);
  }

  static boolean ours(JavaClass type) {
    return type.getPackageName().startsWith(BASE);
  }

  static boolean planned(String room) {
    return floor(room) >= 0;
  }

  static boolean ground(String room) {
    return floor(room) == 0;
  }

  static boolean engine(String room) {
    return floor(room) == 1;
  }

  static boolean door(String room) {
    return floor(room) == 3;
  }

  /** Downward always; on one floor as the plan says; between doors only without a cycle. */
  static boolean mayUse(String room, String other) {
    if (room.equals(other) || floor(other) < floor(room)) {
      return true;
    }
    boolean sameFloor = floor(other) == floor(room);
    return sameFloor && (door(room) || NEIGHBOURS.getOrDefault(room, Set.of()).contains(other));
  }

  private static int floor(String room) {
    if (GROUND.contains(room)) {
      return 0;
    }
    if (ENGINE.contains(room)) {
      return 1;
    }
    if (MODULES.contains(room) || room.startsWith("library")) {
      return 2;
    }
    return DOORS.contains(room) ? 3 : -1;
  }
}
