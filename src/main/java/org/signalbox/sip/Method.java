// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

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
  private static final @Nullable Method[] BY_SHAPE = new Method[512];

  static {
    for (Method method : ALL) {
      if (method != OTHER) {
        BY_SHAPE[shape(method.name().charAt(0), method.name().length())] = method;
      }
    }
  }

  private final int number;

  Method(int number) {
    this.number = number;
  }

  /** Kamailio's number for the method ({@code $rmid}); one bit each. */
  public int number() {
    return number;
  }

  /** Whether a parameter that names methods by one bit each names this; never {@link #OTHER}. */
  public boolean in(long numbers) {
    return this != OTHER && (numbers & number) != 0;
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

  /** First letter and length tell the known names apart, so one comparison is enough. */
  static Method of(byte[] bytes, int from, int to) {
    int length = to - from;
    Method candidate = length > 0 && length < 16 ? BY_SHAPE[shape(bytes[from], length)] : null;
    return candidate != null && Ascii.equals(bytes, from, to, candidate.name()) ? candidate : OTHER;
  }

  private static int shape(int first, int length) {
    return (length << 5) | (first & 31);
  }
}
