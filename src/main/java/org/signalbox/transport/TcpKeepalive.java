// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/**
 * Probing of a silent peer by the system's TCP; 0 leaves a value as it is.
 *
 * @param idle seconds of silence before the first probe, up to 32767
 * @param count unanswered probes that end the connection, up to 127
 * @param interval seconds between probes, up to 32767
 */
public record TcpKeepalive(int idle, int count, int interval) {

  /** With the values that the system or an earlier call has set. */
  public static final TcpKeepalive SYSTEM = new TcpKeepalive(0, 0, 0);

  /** The most seconds. */
  public static final int MOST = 32_767;

  /** The most probes. */
  public static final int MOST_COUNT = 127;

  /** Whether Linux takes all three values. */
  public boolean valid() {
    return within(idle, MOST) && within(count, MOST_COUNT) && within(interval, MOST);
  }

  private static boolean within(int value, int most) {
    return value >= 0 && value <= most;
  }
}
