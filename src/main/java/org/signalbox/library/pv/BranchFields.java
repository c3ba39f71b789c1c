// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Branch;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Cell;

/** What {@code $branch(field)} and {@code $sbranch(field)} show of a target (variables.md §7). */
final class BranchFields {
  private static final Map<String, Field> ALL = new TreeMap<>();

  static {
    text("uri", Branch::uri, (branch, text) -> branch.withUri(text == null ? "" : text));
    text("dst_uri", Branch::destinationUri, Branch::withDestinationUri);
    text("path", Branch::path, Branch::withPath);
    text("send_socket", Branch::socket, Branch::withSocket);
    text("ruid", Branch::ruid, Branch::withRuid);
    text("location_ua", Branch::locationUserAgent, Branch::withLocationUserAgent);
    text("instance", Branch::instance, Branch::withInstance);
    number("q", Branch::q, Branch::withQ, -1);
    number("flags", Branch::flags, Branch::withFlags, 0);
    // the connection of an outbound flow, which no branch carries here
    number("otcpid", branch -> -1, (branch, id) -> branch, -1);
  }

  private BranchFields() {}

  /** One field of a target. */
  interface Field {
    void read(Branch branch, Cell into);

    /** The target with that value; null when the value is refused. */
    @Nullable Branch write(Branch branch, Cell value);
  }

  /** The field of a name. */
  static Field named(String name) {
    Field field = ALL.get(name);
    if (field == null) {
      throw new Unresolvable("a branch has no '" + name + "'; it has " + ALL.keySet());
    }
    return field;
  }

  private static void text(
      String name,
      Function<Branch, @Nullable String> reading,
      BiFunction<Branch, @Nullable String, Branch> writing) {
    ALL.put(
        name,
        new Field() {
          @Override
          public void read(Branch branch, Cell into) {
            String text = reading.apply(branch);
            into.set(text == null || text.isEmpty() ? null : text);
          }

          @Override
          public @Nullable Branch write(Branch branch, Cell value) {
            return value.kind() == Cell.Kind.NUMBER
                ? null
                : writing.apply(branch, value.isPresent() ? value.text() : null);
          }
        });
  }

  /** A number; negative reads as null. */
  private static void number(
      String name,
      ToIntFunction<Branch> reading,
      BiFunction<Branch, Integer, Branch> writing,
      int cleared) {
    ALL.put(
        name,
        new Field() {
          @Override
          public void read(Branch branch, Cell into) {
            int number = reading.applyAsInt(branch);
            if (cleared < 0 && number < 0) {
              into.clear();
            } else {
              into.set(number);
            }
          }

          @Override
          public @Nullable Branch write(Branch branch, Cell value) {
            if (value.kind() == Cell.Kind.TEXT) {
              return null;
            }
            return writing.apply(branch, value.isPresent() ? (int) value.number() : cleared);
          }
        });
  }
}
