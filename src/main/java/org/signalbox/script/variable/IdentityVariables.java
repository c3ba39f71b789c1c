// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.VariableTable.TextReading;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.NameAddress;

/** Who a caller says that it is, and where a call comes from (variables.md §4). */
public final class IdentityVariables {
  private IdentityVariables() {}

  /** All of them. */
  public static VariableFamily family() {
    HeaderType preferred = HeaderType.P_PREFERRED_IDENTITY;
    return VariableTable.builder()
        .indexed("ai", at(HeaderType.P_ASSERTED_IDENTITY, MessageVariables::uri))
        .indexed("pu", at(preferred, MessageVariables::uri))
        .indexed("pU", at(preferred, address -> user(parts(address))))
        .indexed("pd", at(preferred, address -> host(parts(address))))
        .indexed("pn", at(preferred, IdentityVariables::display))
        .text("re", uri(HeaderType.REMOTE_PARTY_ID))
        .text("rt", uri(HeaderType.REFER_TO))
        .text("di", uri(HeaderType.DIVERSION))
        .text("dir", diversion("reason"))
        .text("dip", diversion("privacy"))
        .text("dic", diversion("counter"))
        .build();
  }

  private interface Part {
    @Nullable String of(NameAddress address);
  }

  private static Function<VariableIndex, Variable> at(HeaderType type, Part part) {
    return index ->
        (frame, into) -> {
          List<NameAddress> all = frame.message().addresses(type);
          int position =
              index instanceof VariableIndex.All
                  ? Positions.FAILED
                  : Positions.of(frame, index, all.size());
          if (position == Positions.FAILED) {
            into.fail();
          } else {
            into.set(position < 0 ? null : part.of(all.get(position)));
          }
        };
  }

  private static TextReading uri(HeaderType type) {
    return frame -> MessageVariables.uri(frame.message().address(type));
  }

  private static TextReading diversion(String parameter) {
    return frame -> {
      NameAddress address = frame.message().address(HeaderType.DIVERSION);
      String value = address == null ? null : address.parameter(parameter);
      return value == null ? null : WireText.bytes(value);
    };
  }

  private static @Nullable UriText parts(NameAddress address) {
    return UriText.parse(WireText.of(address.uriOctets()));
  }

  private static @Nullable String user(@Nullable UriText uri) {
    return uri == null || uri.user().isEmpty() ? null : uri.user();
  }

  private static @Nullable String host(@Nullable UriText uri) {
    return uri == null || uri.host().isEmpty() ? null : uri.host();
  }

  private static @Nullable String display(NameAddress address) {
    String display = address.writtenDisplayName();
    return display == null ? null : WireText.bytes(display);
  }
}
