// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.signalbox.module.Functions;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** What an address is; nobody is asked. */
final class AddressQuestions {
  private static final int YES = 1;
  private static final int NO = -1;
  private static final List<Subnet> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
          .map(range -> Objects.requireNonNull(Subnet.parse(range)))
          .toList();

  private AddressQuestions() {}

  /** Whether a text is an address of some kind. */
  static Functions.OnText is(Predicate<IpText> kind) {
    return (frame, text) -> {
      IpText address = IpText.parse(text);
      return answer(address != null && kind.test(address));
    };
  }

  /** Whether two texts are the same address, of some kind. */
  static Functions.OnTexts same(Predicate<IpText> kind) {
    BiPredicate<IpText, IpText> same = (a, b) -> kind.test(a) && kind.test(b) && a.sameAs(b);
    return (frame, first, second) -> {
      IpText one = IpText.parse(first);
      IpText two = IpText.parse(second);
      return answer(one != null && two != null && same.test(one, two));
    };
  }

  /** {@code ip_type}: 1 IPv4, 2 IPv6, 3 IPv6 in brackets. */
  static int type(Frame frame, String text) {
    IpText address = IpText.parse(text);
    return address == null ? NO : address.isV4() ? 1 : address.isBracketed() ? 3 : 2;
  }

  static boolean isPrivate(IpText address) {
    return PRIVATE.stream().anyMatch(range -> range.has(address));
  }

  /** Whether an address is in one of several subnets with commas between them. */
  static int isInSubnet(Frame frame, String text, String subnets) {
    IpText address = IpText.parse(text);
    if (address == null || address.isBracketed()) {
      return NO;
    }
    for (String each : subnets.split(",", -1)) {
      Subnet subnet = Subnet.parse(each.strip());
      if (subnet != null && subnet.has(address)) {
        return YES;
      }
    }
    return NO;
  }

  /** What an address of some kind is for goes into a variable. */
  static ScriptFunction.Preparation detailed(Predicate<IpText> kind) {
    return arguments -> detailed(arguments, kind);
  }

  private static FunctionCall detailed(Arguments arguments, Predicate<IpText> kind) {
    Arguments.ShownArgument text = arguments.shown(0);
    Variable.Writable target = arguments.writable(1);
    return frame -> {
      IpText address = IpText.parse(text.value(frame));
      if (address == null || !kind.test(address)) {
        frame.error("'" + text.value(frame) + "' is no address of that kind");
        return NO;
      }
      return answer(target.assign(frame, AddressKinds.of(address)));
    };
  }

  private static int answer(boolean yes) {
    return yes ? YES : NO;
  }
}
