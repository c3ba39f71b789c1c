// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testapp;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.signalbox.async.AsyncBean;
import org.signalbox.container.RawRequest;
import org.signalbox.keepalive.Keepalive;
import org.signalbox.siprepo.SipRepository;

/**
 * Tells over SIP what happens inside: OPTIONS is answered with the news heard so far, MESSAGE
 * starts watching the URI in its body, INFO is passed on to the URI in its body by a request of our
 * own, PUBLISH waits for X-Pause milliseconds and goes on in the route that its body names, or
 * here; SUBSCRIBE is kept and answered by the route that its body names.
 */
public class ProbeServlet extends SipServlet {
  @Inject private HeardNews news;
  @Inject private Keepalive keepalive;
  @Inject private SipFactory factory;
  @Inject private AsyncBean async;
  @Inject private SipRepository repository;

  @Override
  protected void doOptions(SipServletRequest request) throws IOException {
    SipServletResponse response = request.createResponse(SipServletResponse.SC_OK);
    response.setHeader("X-News", "heard: " + news.text());
    response.setHeader("X-Owned", "heard: " + news.owned());
    response.send();
  }

  @Override
  protected void doMessage(SipServletRequest request) throws IOException {
    keepalive.add(new String(request.getRawContent(), StandardCharsets.UTF_8), "probe");
    request.createResponse(SipServletResponse.SC_ACCEPTED).send();
  }

  @Override
  protected void doInfo(SipServletRequest request) throws IOException, ServletParseException {
    request.createResponse(SipServletResponse.SC_ACCEPTED).send();
    SipApplicationSession conversation = factory.createApplicationSession();
    String uri = new String(request.getRawContent(), StandardCharsets.UTF_8);
    factory.createRequest(conversation, "INFO", "sip:probe@127.0.0.1", uri).send();
  }

  @Override
  protected void doPublish(SipServletRequest request) throws IOException {
    Duration pause = Duration.ofMillis(Long.parseLong(request.getHeader("X-Pause")));
    String route = new String(request.getRawContent(), StandardCharsets.UTF_8);
    if (route.equals("here")) {
      async.suspend(request, pause, ProbeServlet::accept);
    } else {
      async.suspend(request, pause, route);
    }
  }

  @Override
  protected void doSubscribe(SipServletRequest request) throws IOException {
    repository.push(((RawRequest) request).message(), "probe");
    String route = new String(request.getRawContent(), StandardCharsets.UTF_8);
    repository.pull(request.getCallId(), "probe", route, SipRepository.After.REMOVE);
  }

  private static void accept(SipServletRequest request) {
    try {
      request.createResponse(SipServletResponse.SC_ACCEPTED).send();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
