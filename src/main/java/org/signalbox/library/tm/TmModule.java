// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.signalbox.module.Exports;
import org.signalbox.module.Parameter;
import org.signalbox.module.SignalboxModule;

/** The export table of {@code tm} (modules.md §2). Times are milliseconds. */
public final class TmModule implements SignalboxModule {
  /** How long to wait for an answer: RFC 3261's timers B and F. */
  public static final Parameter<Long> FR_TIMER = Parameter.integer("fr_timer", 30_000);

  /** How long to wait for the final answer to an INVITE after a provisional one. */
  public static final Parameter<Long> FR_INV_TIMER = Parameter.integer("fr_inv_timer", 120_000);

  /** The first retransmission: RFC 3261's T1. */
  public static final Parameter<Long> RETR_TIMER1 = Parameter.integer("retr_timer1", 500);

  /** The longest pause between retransmissions: RFC 3261's T2. */
  public static final Parameter<Long> RETR_TIMER2 = Parameter.integer("retr_timer2", 4_000);

  /** How long a finished transaction stays to absorb what is late. */
  public static final Parameter<Long> WT_TIMER = Parameter.integer("wt_timer", 5_000);

  /** The longest life of an INVITE transaction, whatever happens. */
  public static final Parameter<Long> MAX_INV_LIFETIME =
      Parameter.integer("max_inv_lifetime", 180_000);

  /** The longest life of any other transaction. */
  public static final Parameter<Long> MAX_NONINV_LIFETIME =
      Parameter.integer("max_noninv_lifetime", 32_000);

  /** Whether an INVITE that is forwarded is answered with 100 first. */
  public static final Parameter<Boolean> AUTO_INV_100 = Parameter.flag("auto_inv_100", true);

  /** The reason of that 100. */
  public static final Parameter<String> AUTO_INV_100_REASON =
      Parameter.text("auto_inv_100_reason", "trying -- your call is important to us");

  /** Numbers that only forwarding and routes use, with their defaults. */
  private static final List<Parameter<?>> NUMBERS =
      Stream.of(
              "noisy_ctimer=1",
              "restart_fr_on_each_reply=1",
              "pass_provisional_replies=0",
              "aggregate_challenges=1",
              "unmatched_cancel=0",
              "default_code=500",
              "reparse_invite=1",
              "ruri_matching=1",
              "via1_matching=1",
              "callid_matching=0",
              "callid_cseq_matching=0",
              "cancel_b_method=1",
              "disable_6xx_block=0",
              "failure_reply_mode=3",
              "faked_reply_prio=0",
              "remap_503_500=1",
              "failure_exec_mode=0",
              "local_ack_mode=0",
              "relay_100=0",
              "local_cancel_reason=1",
              "e2e_cancel_reason=1",
              "dns_reuse_rcv_socket=0",
              "reparse_on_dns_failover=1",
              "blst_503=0",
              "blst_503_def_timeout=0",
              "blst_503_min_timeout=0",
              "blst_503_max_timeout=3600",
              "blst_methods_add=1",
              "blst_methods_lookup=-9",
              "rich_redirect=0",
              "unix_tx_timeout=500",
              "exec_time_check=5000",
              "reply_relay_mode=1",
              "enable_uac_fr=0",
              "reply_408_code=408",
              "delayed_reply=1",
              "local_ack_branch_mode=0",
              "e2e_cancel_hop_by_hop=0",
              "headers_mode=0",
              "evlreq_mode=0")
          .<Parameter<?>>map(TmModule::number)
          .toList();

  /** Texts that only forwarding and routes use. */
  private static final List<Parameter<?>> TEXTS =
      Stream.of(
              "default_reason",
              "contacts_avp",
              "contact_flows_avp",
              "xavp_contact",
              "on_sl_reply",
              "ac_extra_hdrs",
              "fr_timer_avp",
              "fr_inv_timer_avp",
              "tw_append",
              "reply_408_reason",
              "evcb_local_ack_sent",
              "failover_reply_codes")
          .<Parameter<?>>map(Parameter::optionalText)
          .toList();

  @Override
  public String name() {
    return "tm";
  }

  @Override
  public Exports exports() {
    List<Parameter<?>> all =
        new ArrayList<>(
            List.of(
                FR_TIMER,
                FR_INV_TIMER,
                RETR_TIMER1,
                RETR_TIMER2,
                WT_TIMER,
                MAX_INV_LIFETIME,
                MAX_NONINV_LIFETIME,
                AUTO_INV_100,
                AUTO_INV_100_REASON));
    all.addAll(NUMBERS);
    all.addAll(TEXTS);
    return Exports.builder()
        .parameters(all.toArray(Parameter<?>[]::new))
        .eventRoutes("tm:local-request", "tm:local-response", "tm:branch-failure")
        .build();
  }

  private static Parameter<Long> number(String nameAndDefault) {
    int equals = nameAndDefault.indexOf('=');
    return Parameter.integer(
        nameAndDefault.substring(0, equals), Long.parseLong(nameAndDefault.substring(equals + 1)));
  }
}
