// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.Arrays;
import java.util.Optional;

/**
 * Kamailio's stream transport parameters with their defaults and ranges (runtime.md §8). In the
 * file a name carries the prefix {@code tcp_}, at run time it belongs to the group {@code tcp}.
 */
public enum TcpParameter {
  /** Most connections of all kinds; further ones are accepted and closed at once. */
  MAX_CONNECTIONS("max_connections", 2048, 0, Integer.MAX_VALUE),
  /** Seconds a connection may be idle; -1 for ever. */
  CONNECTION_LIFETIME("connection_lifetime", 120, -1, Integer.MAX_VALUE),
  /** Milliseconds an accepted connection may stay silent. */
  WAIT_DATA("wait_data", 5000, 0, Integer.MAX_VALUE),
  /** Seconds an outgoing connection may take to open. */
  CONNECT_TIMEOUT("connect_timeout", 10, -1, 3600),
  /** Seconds a peer may go without taking any of the bytes queued for it. */
  SEND_TIMEOUT("send_timeout", 10, -1, 3600),
  /** Seconds a message that has begun may take to be complete. */
  MSG_READ_TIMEOUT("msg_read_timeout", 20, -1, Integer.MAX_VALUE),
  /** Bytes queued for one connection before sending fails and the connection closes. */
  CONN_WQ_MAX("conn_wq_max", 32_768, 0, Integer.MAX_VALUE),
  /** Bytes queued for all connections before sending fails. */
  WQ_MAX("wq_max", 10_485_760, 0, Integer.MAX_VALUE),
  /**
   * A message must be shorter than this many bytes. Kamailio's default is 16384; ours is 1 MiB,
   * because a large body is no attack and memory is taken only as it arrives.
   */
  RD_BUF_SIZE("rd_buf_size", 1_048_577, 512, 16_777_216),
  /** Largest start line and header block in bytes. Not one of Kamailio's. */
  HEADER_BLOCK_MAX("header_block_max", 65_536, 512, 16_777_216),
  /**
   * Bytes that the incomplete and the waiting messages of all connections may take; the connection
   * that has more to say of an incomplete one then is closed. Not one of Kamailio's.
   */
  INPUT_MAX("input_max", 134_217_728, 65_536, Integer.MAX_VALUE),
  /** Whether CRLFCRLF between messages is answered with CRLF (RFC 5626 §3.5.1). */
  CRLF_PING("crlf_ping", 1, 0, 1),
  /** Whether a message without Content-Length is taken as one without body. */
  ACCEPT_NO_CL("accept_no_cl", 0, 0, 1),
  /** Whether connections are never opened, only accepted. */
  NO_CONNECT("no_connect", 0, 0, 1),
  /** Whether accepted connections may begin with the PROXY protocol's header, version 1 or 2. */
  ACCEPT_HAPROXY("accept_haproxy", 0, 0, 1),
  /** Whether SO_KEEPALIVE is set on every connection. */
  KEEPALIVE("keepalive", 1, 0, 1),
  /** Seconds before the first TCP keepalive probe; 0 leaves it to the system. */
  KEEPIDLE("keepidle", 0, 0, 32_767),
  /** Seconds between TCP keepalive probes; 0 leaves it to the system. */
  KEEPINTVL("keepintvl", 0, 0, 32_767),
  /** Unanswered TCP keepalive probes before the connection is dead; 0 leaves it to the system. */
  KEEPCNT("keepcnt", 0, 0, 127),
  /** Connections waiting to be accepted on one listener. */
  LISTEN_BACKLOG("listen_backlog", 1024, 1, 65_535);

  private final String parameterName;
  private final int initial;
  private final int least;
  private final int most;

  TcpParameter(String parameterName, int initial, int least, int most) {
    this.parameterName = parameterName;
    this.initial = initial;
    this.least = least;
    this.most = most;
  }

  /** Finds a parameter by its name, with or without the prefix {@code tcp_}. */
  public static Optional<TcpParameter> named(String name) {
    String bare = name.startsWith("tcp_") ? name.substring("tcp_".length()) : name;
    return Arrays.stream(values()).filter(p -> p.parameterName.equals(bare)).findFirst();
  }

  /** The name without the prefix {@code tcp_}. */
  public String parameterName() {
    return parameterName;
  }

  /** The value when nobody sets one. */
  public int initial() {
    return initial;
  }

  /** Whether a value is in range. */
  public boolean takes(long value) {
    return value >= least && value <= most;
  }
}
