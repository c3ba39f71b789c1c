// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that the language keeps for itself (found by asking Kamailio 5.6.3 about each). */
final class Lexicon {
  private static final Map<String, Long> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("yes", 1L),
          Map.entry("true", 1L),
          Map.entry("on", 1L),
          Map.entry("enable", 1L),
          Map.entry("no", 0L),
          Map.entry("false", 0L),
          Map.entry("off", 0L),
          Map.entry("disable", 0L),
          Map.entry("inet", 2L),
          Map.entry("INET", 2L),
          Map.entry("ipv4", 2L),
          Map.entry("IPv4", 2L),
          Map.entry("IPV4", 2L),
          Map.entry("inet6", 10L),
          Map.entry("INET6", 10L),
          Map.entry("ipv6", 10L),
          Map.entry("IPv6", 10L),
          Map.entry("IPV6", 10L));

  /** Names of protocols. */
  static final Set<String> PROTOCOLS =
      Set.of("udp", "tcp", "tls", "sctp", "ws", "wss", "UDP", "TCP", "TLS", "SCTP", "WS", "WSS");

  /** Words that begin an item of the file, besides the global parameters. */
  static final Set<String> ITEMS =
      Set.of(
          "listen",
          "alias",
          "loadmodule",
          "loadmodulex",
          "loadpath",
          "mpath",
          "modparam",
          "modparamx",
          "flags",
          "bool",
          "avpflags",
          "route",
          "request_route",
          "reply_route",
          "onreply_route",
          "failure_route",
          "branch_route",
          "onsend_route",
          "event_route",
          "include_file",
          "import_file");

  /** Words that begin a statement of their own kind. */
  private static final Set<String> STATEMENTS =
      Set.of("if", "else", "switch", "case", "default", "while", "return", "exit", "drop", "break");

  /** Commands that need no module (script.md §8). */
  static final Set<String> COMMANDS =
      Set.of(
          "forward",
          "forward_udp",
          "forward_tcp",
          "forward_tls",
          "forward_sctp",
          "prefix",
          "strip",
          "strip_tail",
          "sethost",
          "rewritehost",
          "seth",
          "sethostport",
          "rewritehostport",
          "sethp",
          "sethostporttrans",
          "rewritehostporttrans",
          "sethpt",
          "setport",
          "rewriteport",
          "setp",
          "setuser",
          "rewriteuser",
          "setu",
          "setuserpass",
          "rewriteuserpass",
          "setup",
          "seturi",
          "rewriteuri",
          "userphone",
          "revert_uri",
          "setflag",
          "resetflag",
          "isflagset",
          "setavpflag",
          "resetavpflag",
          "isavpflagset",
          "force_rport",
          "add_rport",
          "add_local_rport",
          "force_send_socket",
          "set_advertised_address",
          "set_advertised_port",
          "force_tcp_alias",
          "add_tcp_alias",
          "set_forward_no_connect",
          "set_reply_no_connect",
          "set_forward_close",
          "set_reply_close",
          "udp_mtu_try_proto",
          "remove_branch",
          "clear_branches",
          "log",
          "error",
          "exec",
          "cfg_select",
          "cfg_reset");

  /** Words that begin a core condition (script.md §7.2); {@code msg:len} is two words. */
  static final Set<String> CONDITIONS =
      Set.of(
          "method",
          "uri",
          "status",
          "from_uri",
          "to_uri",
          "myself",
          "src_ip",
          "dst_ip",
          "snd_ip",
          "to_ip",
          "src_port",
          "dst_port",
          "snd_port",
          "to_port",
          "proto",
          "snd_proto",
          "to_proto",
          "af",
          "snd_af",
          "to_af");

  private static final Set<String> OTHERS =
      Set.of(
          "and",
          "or",
          "not",
          "mod",
          "eq",
          "ne",
          "ieq",
          "ine",
          "defined",
          "strlen",
          "strempty",
          "selval",
          "descr",
          "desc",
          "description",
          "name",
          "virtual",
          "advertise",
          "ADVERTISE",
          "max_len",
          "kemi",
          "onsend_route_callback");

  private static final Set<String> RESERVED = new HashSet<>();

  static {
    RESERVED.addAll(PROTOCOLS);
    RESERVED.addAll(ITEMS);
    RESERVED.addAll(STATEMENTS);
    RESERVED.addAll(COMMANDS);
    RESERVED.addAll(CONDITIONS);
    RESERVED.addAll(OTHERS);
  }

  private Lexicon() {}

  /** The number that a word stands for, or null. */
  static @Nullable Long numberWord(String word) {
    return NUMBER_WORDS.get(word);
  }

  /** Whether a word can name nothing that a script defines. */
  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }
}
