// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** What changing the settings of a destination gives. */
public sealed interface ChangeOutcome {

  /** They hold from now on. */
  record Changed(DestinationStatus destination) implements ChangeOutcome {}

  /** There is no such destination. */
  record Missing() implements ChangeOutcome {}

  /**
   * Nothing was changed.
   *
   * @param setting the name that cannot be taken
   * @param reason a sentence for operators, without untrusted text
   */
  record Refused(String setting, String reason) implements ChangeOutcome {}
}
