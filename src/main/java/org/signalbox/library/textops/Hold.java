// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Multipart;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.SipMessage;

/** {@code is_audio_on_hold()}: by address (RFC 2543) or by direction (RFC 3264 §8.4). */
final class Hold {
  private static final int BY_ADDRESS = 1;
  private static final int BY_DIRECTION = 2;
  private static final int NOT = -1;
  private static final String SDP = "application/sdp";

  private Hold() {}

  static FunctionCall ofAudio(Arguments arguments) {
    return frame -> {
      String description = description(frame.message());
      return description == null ? NOT : new Reader().read(description);
    };
  }

  /** The session description, alone or as one of several parts. */
  private static @Nullable String description(SipMessage message) {
    if (Bodies.isOf(message, SDP)) {
      return WireText.of(message.body());
    }
    PartedBody body = PartedBody.of(message);
    Multipart.Part part = body == null ? null : body.first(SDP);
    return body == null || part == null ? null : body.content(part);
  }

  /** Reads lines; those before the first stream hold for all. */
  private static final class Reader {
    private boolean sessionAddress;
    private boolean sessionDirection;
    private boolean address;
    private boolean direction;
    private boolean streams;
    private boolean audio;

    int read(String description) {
      for (String line : description.split("\r?\n", -1)) {
        if (line.startsWith("m=")) {
          int found = found();
          if (found != NOT) {
            return found;
          }
          begin(line);
        } else if (line.startsWith("c=")) {
          address(line.strip().endsWith(" 0.0.0.0"));
        } else if (line.startsWith("a=")) {
          attribute(line.substring(2).strip());
        }
      }
      return found();
    }

    private int found() {
      return !audio ? NOT : direction ? BY_DIRECTION : address ? BY_ADDRESS : NOT;
    }

    private void begin(String line) {
      streams = true;
      audio = line.startsWith("m=audio ");
      address = sessionAddress;
      direction = sessionDirection;
    }

    private void address(boolean none) {
      address = none;
      sessionAddress = streams ? sessionAddress : none;
    }

    private void attribute(String name) {
      switch (name) {
        case "sendonly", "inactive" -> direction(true);
        case "sendrecv", "recvonly" -> direction(false);
        default -> {
          // says nothing about the direction
        }
      }
    }

    private void direction(boolean held) {
      direction = held;
      sessionDirection = streams ? sessionDirection : held;
    }
  }
}
