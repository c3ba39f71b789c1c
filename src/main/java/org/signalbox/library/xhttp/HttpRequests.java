// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.xhttp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.HttpReceiver;
import org.signalbox.routing.Routing;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Search;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;

/** Runs the event route for each HTTP request that the parameters do not keep out. Thread-safe. */
final class HttpRequests implements HttpReceiver {
  static final String EVENT = "xhttp:request";

  private final Routing routing;
  private final HttpAnswers answers;
  private final @Nullable Pattern wanted;
  private final @Nullable Pattern unwanted;

  HttpRequests(Routing routing, HttpAnswers answers, String match, String skip) {
    this.routing = routing;
    this.answers = answers;
    this.wanted = pattern(match);
    this.unwanted = pattern(skip);
  }

  private static @Nullable Pattern pattern(String expression) {
    return expression.isEmpty() ? null : PosixPattern.compile(expression, false);
  }

  @Override
  public void request(SipRequest request) {
    String url = request.requestUriText();
    boolean skipped = unwanted != null && Search.found(unwanted, url);
    if (!skipped && (wanted == null || Search.found(wanted, url))) {
      routing.event(EVENT, request);
    }
  }

  @Override
  public void refused(int status, String reason, ReceiveInfo from) {
    answers.refuse(status, reason, from);
  }
}
