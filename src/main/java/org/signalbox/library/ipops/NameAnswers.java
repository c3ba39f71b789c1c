// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.TextFormat;
import org.signalbox.script.run.Variable;
import org.signalbox.sip.AddressText;

/** What {@code dns_query} has found: {@code $dns(id=>key)}, {@code $dns(id=>addr[1])}. */
final class NameAnswers {
  private static final StateKey<NameAnswers> KEY = StateKey.ofRun(NameAnswers::new);
  private static final Pattern ITEM = Pattern.compile("([^=]*)=>(\\w+)(?:\\[(-?\\d+|\\$.+)])?");

  private final Map<String, List<InetAddress>> known = new HashMap<>();

  static NameAnswers of(Frame frame) {
    return frame.state(KEY);
  }

  void keep(String id, List<InetAddress> addresses) {
    known.put(id, addresses);
  }

  private List<InetAddress> addresses(String id) {
    return known.getOrDefault(id, List.of());
  }

  /** Makes a variable of what stands between the parentheses; null where there is nothing. */
  static Variable variable(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    String text = VariableFamily.inner(name, inner);
    Matcher item = ITEM.matcher(text);
    if (index.given() || !item.matches()) {
      throw new Unresolvable("$" + name + "(" + text + ") is no id=>key or id=>key[index]");
    }
    String id = item.group(1);
    TextFormat place = resolver.format(item.group(3) == null ? "0" : item.group(3));
    return switch (item.group(2)) {
      case "count" -> number(id, List::size);
      case "ipv4" -> number(id, addresses -> any(addresses, 4));
      case "ipv6" -> number(id, addresses -> any(addresses, 16));
      case "addr" -> one(id, place, AddressText::of);
      case "type" -> one(id, place, address -> address.getAddress().length == 4 ? 4 : 6);
      default ->
          throw new Unresolvable(
              "$" + name + "(" + text + "): the keys are addr, count, ipv4, ipv6, type");
    };
  }

  private interface Count {
    long of(List<InetAddress> addresses);
  }

  private interface Part {
    Object of(InetAddress address);
  }

  private static long any(List<InetAddress> addresses, int bytes) {
    return addresses.stream().anyMatch(each -> each.getAddress().length == bytes) ? 1 : 0;
  }

  private static Variable number(String id, Count count) {
    return (frame, into) -> {
      List<InetAddress> addresses = of(frame).addresses(id);
      if (addresses.isEmpty()) {
        into.clear();
      } else {
        into.set(count.of(addresses));
      }
    };
  }

  private static Variable one(String id, TextFormat place, Part part) {
    return (frame, into) -> {
      List<InetAddress> addresses = of(frame).addresses(id);
      int at = place(place.text(frame), addresses.size());
      Object value = at < 0 ? null : part.of(addresses.get(at));
      if (value instanceof Integer type) {
        into.set(type.longValue());
      } else {
        into.set((String) value);
      }
    };
  }

  /** The place that an index means, from the end when it is negative; -1 when there is none. */
  private static int place(String index, int size) {
    try {
      int wanted = Integer.parseInt(index);
      int at = wanted < 0 ? size + wanted : wanted;
      return at < size ? Math.max(at, -1) : -1;
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
