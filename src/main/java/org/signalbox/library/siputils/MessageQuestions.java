// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.signalbox.module.Port;
import org.signalbox.routing.Authorized;
import org.signalbox.routing.Myself;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipUri;
import org.signalbox.timer.TimeSource;

/** Questions about the message as a whole: 1 for yes, less than 0 for no. */
final class MessageQuestions {
  private static final List<String> OPTIONS =
      List.of("path", "100rel", "timer", "eventlist", "gruu", "outbound");
  private static final int YES = 1;
  private static final int NO = -1;
  private static final int OUTDATED = -4;

  private final Port<Myself> myself;
  private final Port<TimeSource> time;

  MessageQuestions(Port<Myself> myself, Port<TimeSource> time) {
    this.myself = myself;
    this.time = time;
  }

  private static int answer(boolean yes) {
    return yes ? YES : NO;
  }

  static int hasToTag(Frame frame) {
    String tag = frame.message().toTag();
    return answer(tag != null && !tag.isEmpty());
  }

  static int isRequest(Frame frame) {
    return answer(frame.message() instanceof SipRequest);
  }

  static int isReply(Frame frame) {
    return answer(!(frame.message() instanceof SipRequest));
  }

  static int isSip(Frame frame) {
    return answer(frame.message().version().startsWith("SIP"));
  }

  static int isHttp(Frame frame) {
    return answer(frame.message().version().startsWith("HTTP"));
  }

  /** Whether the script has verified credentials of that user. */
  static int isUser(Frame frame, String user) {
    Authorized authorized = Authorized.of(frame);
    if (!authorized.any()) {
      frame.error(
          "no authorized credentials found: authorize the request before is_user() is asked");
    }
    return answer(authorized.has(user));
  }

  static FunctionCall isSupported(Arguments arguments) {
    String option = arguments.constant(0);
    if (!OPTIONS.contains(option)) {
      throw new Unresolvable("unknown option <" + option + ">; there are " + OPTIONS);
    }
    return frame -> {
      for (String supported : frame.message().values(HeaderType.SUPPORTED)) {
        if (supported.equalsIgnoreCase(option)) {
          return YES;
        }
      }
      return NO;
    };
  }

  /**
   * Whether nobody stands between us and the sender: a request has one Via; the top Record-Route of
   * a reply is ours, and the reply does not come from there.
   */
  int isFirstHop(Frame frame) {
    SipMessage message = frame.message();
    if (message instanceof SipRequest) {
      return answer(message.vias().size() < 2);
    }
    List<NameAddress> recorded = message.addresses(HeaderType.RECORD_ROUTE);
    if (recorded.isEmpty()) {
      return answer(!message.has(HeaderType.RECORD_ROUTE));
    }
    SipUri top = recorded.get(0).sipUri();
    return answer(
        top != null
            && myself.get().is(top.host(), top.portOrDefault(), null)
            && !comesFrom(top, message.received().source()));
  }

  private static boolean comesFrom(SipUri uri, InetSocketAddress source) {
    return uri.portOrDefault() == source.getPort()
        && uri.host().equals(source.getAddress().getHostAddress());
  }

  /** Whether Date differs from our clock by no more than some seconds. */
  int dateWithin(Frame frame, long seconds) {
    String date = frame.message().value(HeaderType.DATE);
    if (date == null) {
      frame.error("Date header field is not found");
      return NO;
    }
    ZonedDateTime written;
    try {
      written = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (DateTimeParseException e) {
      frame.error("failed parsing Date header");
      return NO;
    }
    long apart = Duration.between(written.toInstant(), time.get().instant()).abs().toSeconds();
    if (apart > seconds) {
      frame.error("outdated date header value (" + apart + " sec)");
      return OUTDATED;
    }
    return YES;
  }
}
