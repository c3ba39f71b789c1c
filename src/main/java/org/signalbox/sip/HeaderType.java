// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/**
 * The header fields this server recognises by name, long or compact, in any case (RFC 3261 §7.3.3
 * and §20, RFC 3265, 3325, 3326, 3327, 3515, 3841, 3891, 3892, 4028, 5626, 5806, 8224).
 */
public enum HeaderType {
  VIA("Via", 'v', true),
  TO("To", 't', false),
  FROM("From", 'f', false),
  CSEQ("CSeq", '\0', false),
  CALL_ID("Call-ID", 'i', false),
  CONTACT("Contact", 'm', true),
  MAX_FORWARDS("Max-Forwards", '\0', false),
  ROUTE("Route", '\0', true),
  RECORD_ROUTE("Record-Route", '\0', true),
  PATH("Path", '\0', true),
  CONTENT_TYPE("Content-Type", 'c', false),
  CONTENT_LENGTH("Content-Length", 'l', false),
  AUTHORIZATION("Authorization", '\0', false),
  EXPIRES("Expires", '\0', false),
  PROXY_AUTHORIZATION("Proxy-Authorization", '\0', false),
  SUPPORTED("Supported", 'k', true),
  PROXY_REQUIRE("Proxy-Require", '\0', true),
  UNSUPPORTED("Unsupported", '\0', true),
  ALLOW("Allow", '\0', true),
  EVENT("Event", 'o', false),
  ACCEPT("Accept", '\0', true),
  ACCEPT_LANGUAGE("Accept-Language", '\0', true),
  ORGANIZATION("Organization", '\0', false),
  PRIORITY("Priority", '\0', false),
  SUBJECT("Subject", 's', false),
  USER_AGENT("User-Agent", '\0', false),
  SERVER("Server", '\0', false),
  ACCEPT_DISPOSITION("Accept-Disposition", '\0', true),
  CONTENT_DISPOSITION("Content-Disposition", '\0', false),
  DIVERSION("Diversion", '\0', true),
  REMOTE_PARTY_ID("Remote-Party-ID", '\0', true),
  REFER_TO("Refer-To", 'r', false),
  SESSION_EXPIRES("Session-Expires", 'x', false),
  MIN_SE("Min-SE", '\0', false),
  P_PREFERRED_IDENTITY("P-Preferred-Identity", '\0', true),
  P_ASSERTED_IDENTITY("P-Asserted-Identity", '\0', true),
  PRIVACY("Privacy", '\0', false),
  RETRY_AFTER("Retry-After", '\0', false),
  REQUIRE("Require", '\0', true),
  ACCEPT_CONTACT("Accept-Contact", 'a', true),
  ACCEPT_ENCODING("Accept-Encoding", '\0', true),
  ALERT_INFO("Alert-Info", '\0', true),
  ALLOW_EVENTS("Allow-Events", 'u', true),
  AUTHENTICATION_INFO("Authentication-Info", '\0', false),
  CALL_INFO("Call-Info", '\0', true),
  CONTENT_ENCODING("Content-Encoding", 'e', true),
  CONTENT_LANGUAGE("Content-Language", '\0', true),
  DATE("Date", '\0', false),
  ERROR_INFO("Error-Info", '\0', true),
  FLOW_TIMER("Flow-Timer", '\0', false),
  HISTORY_INFO("History-Info", '\0', true),
  IDENTITY("Identity", 'y', true),
  IDENTITY_INFO("Identity-Info", 'n', false),
  IN_REPLY_TO("In-Reply-To", '\0', true),
  JOIN("Join", '\0', false),
  MIME_VERSION("MIME-Version", '\0', false),
  MIN_EXPIRES("Min-Expires", '\0', false),
  P_CHARGING_VECTOR("P-Charging-Vector", '\0', false),
  PROXY_AUTHENTICATE("Proxy-Authenticate", '\0', false),
  RACK("RAck", '\0', false),
  REASON("Reason", '\0', true),
  REFERRED_BY("Referred-By", 'b', false),
  REJECT_CONTACT("Reject-Contact", 'j', true),
  REPLACES("Replaces", '\0', false),
  REPLY_TO("Reply-To", '\0', false),
  REQUEST_DISPOSITION("Request-Disposition", 'd', true),
  RSEQ("RSeq", '\0', false),
  SERVICE_ROUTE("Service-Route", '\0', true),
  SIP_ETAG("SIP-ETag", '\0', false),
  SIP_IF_MATCH("SIP-If-Match", '\0', false),
  SUBSCRIPTION_STATE("Subscription-State", '\0', false),
  TIMESTAMP("Timestamp", '\0', false),
  WARNING("Warning", '\0', true),
  WWW_AUTHENTICATE("WWW-Authenticate", '\0', false),
  /** A header with a name of its own that is none of the above. */
  OTHER("", '\0', true),
  /** A line that is no header at all: no colon, or no name before it. */
  MALFORMED("", '\0', false);

  private static final HeaderType[] ALL = values();

  private final String wireName;
  private final char compactName;
  private final boolean list;

  HeaderType(String wireName, char compactName, boolean list) {
    this.wireName = wireName;
    this.compactName = compactName;
    this.list = list;
  }

  /** The long name as RFCs spell it; empty for {@link #OTHER} and {@link #MALFORMED}. */
  public String wireName() {
    return wireName;
  }

  /** The compact name in lower case, or NUL when the header has none. */
  public char compactName() {
    return compactName;
  }

  /** Whether one field may hold several values separated by commas (RFC 3261 §7.3.1). */
  public boolean list() {
    return list;
  }

  /** The type of this name, long or compact, in any case; {@link #OTHER} for a foreign one. */
  public static HeaderType of(String name) {
    return HeaderNames.find(name);
  }

  /** A small number for the header index, where an object would be too large. */
  @SuppressWarnings("EnumOrdinal") // never leaves the process
  int number() {
    return ordinal();
  }

  static HeaderType of(int number) {
    return ALL[number];
  }
}
