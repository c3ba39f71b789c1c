// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

/** What became of a message that was to be kept, and what {@code sr_msg_push} returns for it. */
public enum PushOutcome {
  /** It is kept. */
  STORED(1),
  /** It lacks From with a tag, Call-ID, CSeq or Via, or one of them is malformed. */
  INCOMPLETE(-1),
  /** The table has as many messages or bytes as it may have. */
  FULL(-1),
  /** Its Call-ID has a message under that id, which stays. */
  DUPLICATE(-2);

  private final int scriptValue;

  PushOutcome(int scriptValue) {
    this.scriptValue = scriptValue;
  }

  int scriptValue() {
    return scriptValue;
  }
}
