// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** The methods with a number of their own in Kamailio; every other one is {@link #OTHER}. */
public enum Method {
  INVITE(1),
  CANCEL(2),
  ACK(4),
  BYE(8),
  INFO(16),
  REGISTER(32),
  SUBSCRIBE(64),
  NOTIFY(128),
  MESSAGE(256),
  OPTIONS(512),
  PRACK(1024),
  UPDATE(2048),
  REFER(4096),
  PUBLISH(8192),
  KDMQ(16384),
  OTHER(524288);

  private static final Method[] ALL = values();

  private final int number;

  Method(int number) {
    this.number = number;
  }

  /** Kamailio's number for the method ({@code $rmid}); one bit each. */
  public int number() {
    return number;
  }

  /** The method of this name; names are case-sensitive (RFC 3261 §7.1). */
  public static Method of(String name) {
    for (Method method : ALL) {
      if (method != OTHER && method.name().equals(name)) {
        return method;
      }
    }
    return OTHER;
  }

  static Method of(byte[] bytes, int from, int to) {
    for (Method method : ALL) {
      if (Ascii.equals(bytes, from, to, method.name())) {
        return method == OTHER ? OTHER : method;
      }
    }
    return OTHER;
  }
}
