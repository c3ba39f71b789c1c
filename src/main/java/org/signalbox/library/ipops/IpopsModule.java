// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.NextHops;
import org.signalbox.script.variable.VariableTable;

/** The export table of {@code ipops}. */
public final class IpopsModule implements SignalboxModule {
  private final Port<NextHops> hops = Port.to(NextHops.class);
  private final NameQuestions names = new NameQuestions(hops);

  @Override
  public String name() {
    return "ipops";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .variables(
            new OwnName().family(),
            VariableTable.builder().any("dns", NameAnswers::variable).build())
        .functions( // one address
            Functions.onText("is_ip", ANY, AddressQuestions.is(address -> true)),
            Functions.onText(
                "is_pure_ip", ANY, AddressQuestions.is(address -> !address.isBracketed())),
            Functions.onText("is_ipv4", ANY, AddressQuestions.is(IpText::isV4)),
            Functions.onText(
                "is_ipv6",
                ANY,
                AddressQuestions.is(address -> address.isV6() && !address.isBracketed())),
            Functions.onText("is_ipv6_reference", ANY, AddressQuestions.is(IpText::isBracketed)),
            Functions.onText(
                "is_ip_rfc1918", ANY, AddressQuestions.is(AddressQuestions::isPrivate)),
            Functions.onText("ip_type", ANY, AddressQuestions::type),
            Functions.of(
                "detailed_ip_type",
                ANY,
                AddressQuestions.detailed(address -> true),
                TEXT,
                VARIABLE),
            Functions.of(
                "detailed_ipv4_type", ANY, AddressQuestions.detailed(IpText::isV4), TEXT, VARIABLE),
            Functions.of(
                "detailed_ipv6_type", ANY, AddressQuestions.detailed(IpText::isV6), TEXT, VARIABLE))
        .functions( // two of them
            Functions.onTexts("compare_ips", ANY, AddressQuestions.same(address -> true)),
            Functions.onTexts(
                "compare_pure_ips", ANY, AddressQuestions.same(address -> !address.isBracketed())),
            Functions.onTexts("is_in_subnet", ANY, AddressQuestions::isInSubnet))
        .functions( // names
            Functions.onTexts("dns_sys_match_ip", ANY, names::matches),
            Functions.onTexts("dns_int_match_ip", ANY, names::matches),
            Functions.onTexts("dns_query", ANY, names::query),
            Functions.missing("ipops", "srv_query", ANY, TEXT, TEXT),
            Functions.missing("ipops", "naptr_query", ANY, TEXT, TEXT),
            Functions.missing("ipops", "ptr_query", ANY, TEXT, TEXT),
            Functions.missing("ipops", "dns_set_local_ttl", ANY, INTEGER))
        .build();
  }

  @Override
  public void start(Bindings bindings) {
    hops.connect(bindings);
  }
}
