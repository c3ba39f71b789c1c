// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalbox.module.Parameter;

/** The parameters of {@code tm} (modules.md §2.6). Times are milliseconds. */
public final class TmParameters {
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

  static final Parameter<Long> DISABLE_6XX_BLOCK = Parameter.integer("disable_6xx_block", 0);
  static final Parameter<Long> AGGREGATE_CHALLENGES = Parameter.integer("aggregate_challenges", 1);
  static final Parameter<Long> REMAP_503_500 = Parameter.integer("remap_503_500", 1);
  static final Parameter<Long> RELAY_100 = Parameter.integer("relay_100", 0);
  static final Parameter<Long> FAILURE_REPLY_MODE = Parameter.integer("failure_reply_mode", 3);
  static final Parameter<Long> FAKED_REPLY_PRIO = Parameter.integer("faked_reply_prio", 0);
  static final Parameter<Long> UNMATCHED_CANCEL = Parameter.integer("unmatched_cancel", 0);
  static final Parameter<Long> CANCEL_B_METHOD = Parameter.integer("cancel_b_method", 1);
  static final Parameter<Long> LOCAL_CANCEL_REASON = Parameter.integer("local_cancel_reason", 1);
  static final Parameter<Long> E2E_CANCEL_REASON = Parameter.integer("e2e_cancel_reason", 1);
  static final Parameter<Long> DEFAULT_CODE = Parameter.integer("default_code", 500);
  static final Parameter<String> DEFAULT_REASON =
      Parameter.text("default_reason", "Server Internal Error");

  /** Serial forking works when this names an xavp; the name itself does not matter here. */
  static final Parameter<Optional<String>> CONTACTS_AVP = Parameter.optionalText("contacts_avp");

  static final Parameter<Long> RICH_REDIRECT = Parameter.integer("rich_redirect", 0);
  static final Parameter<Long> REPLY_408_CODE = Parameter.integer("reply_408_code", 408);
  static final Parameter<String> REPLY_408_REASON =
      Parameter.text("reply_408_reason", "Request Timeout");

  static final Parameter<Long> BLST_503 = Parameter.integer("blst_503", 0);
  static final Parameter<Long> BLST_503_DEF_TIMEOUT = Parameter.integer("blst_503_def_timeout", 0);
  static final Parameter<Long> BLST_503_MIN_TIMEOUT = Parameter.integer("blst_503_min_timeout", 0);
  static final Parameter<Long> BLST_503_MAX_TIMEOUT =
      Parameter.integer("blst_503_max_timeout", 3600);
  static final Parameter<Long> BLST_METHODS_ADD = Parameter.integer("blst_methods_add", 1);

  /** Numbers that are taken and have no effect here, with their defaults. */
  private static final List<String> OTHER_NUMBERS =
      List.of(
          "noisy_ctimer=1",
          "restart_fr_on_each_reply=1",
          "pass_provisional_replies=0",
          "reparse_invite=1",
          "ruri_matching=1",
          "via1_matching=1",
          "callid_matching=0",
          "callid_cseq_matching=0",
          "failure_exec_mode=0",
          "local_ack_mode=0",
          "dns_reuse_rcv_socket=0",
          "reparse_on_dns_failover=1",
          "blst_methods_lookup=-9",
          "unix_tx_timeout=500",
          "exec_time_check=5000",
          "reply_relay_mode=1",
          "enable_uac_fr=0",
          "delayed_reply=1",
          "local_ack_branch_mode=0",
          "e2e_cancel_hop_by_hop=0",
          "headers_mode=0",
          "evlreq_mode=0");

  /** Texts that are taken and have no effect here. */
  private static final List<String> OTHER_TEXTS =
      List.of(
          "contact_flows_avp",
          "xavp_contact",
          "on_sl_reply",
          "ac_extra_hdrs",
          "fr_timer_avp",
          "fr_inv_timer_avp",
          "tw_append",
          "evcb_local_ack_sent",
          "failover_reply_codes");

  private static final List<Parameter<?>> ALL = made();

  private TmParameters() {}

  static Parameter<?>[] all() {
    return ALL.toArray(Parameter<?>[]::new);
  }

  private static List<Parameter<?>> made() {
    List<Parameter<?>> all = new ArrayList<>(obeyed());
    Stream.concat(
            OTHER_NUMBERS.stream().<Parameter<?>>map(TmParameters::number),
            OTHER_TEXTS.stream().<Parameter<?>>map(Parameter::optionalText))
        .map(Parameter::withoutEffect)
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static List<Parameter<?>> obeyed() {
    return List.of(
        FR_TIMER,
        FR_INV_TIMER,
        RETR_TIMER1,
        RETR_TIMER2,
        WT_TIMER,
        MAX_INV_LIFETIME,
        MAX_NONINV_LIFETIME,
        AUTO_INV_100,
        AUTO_INV_100_REASON,
        DISABLE_6XX_BLOCK,
        AGGREGATE_CHALLENGES,
        REMAP_503_500,
        RELAY_100,
        FAILURE_REPLY_MODE,
        FAKED_REPLY_PRIO,
        UNMATCHED_CANCEL,
        CANCEL_B_METHOD,
        LOCAL_CANCEL_REASON,
        E2E_CANCEL_REASON,
        BLST_503,
        BLST_503_DEF_TIMEOUT,
        BLST_503_MIN_TIMEOUT,
        BLST_503_MAX_TIMEOUT,
        BLST_METHODS_ADD,
        DEFAULT_CODE,
        DEFAULT_REASON,
        RICH_REDIRECT,
        CONTACTS_AVP,
        REPLY_408_CODE,
        REPLY_408_REASON);
  }

  private static Parameter<Long> number(String nameAndDefault) {
    int equals = nameAndDefault.indexOf('=');
    return Parameter.integer(
        nameAndDefault.substring(0, equals), Long.parseLong(nameAndDefault.substring(equals + 1)));
  }
}
