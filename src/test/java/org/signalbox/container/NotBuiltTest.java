// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NotBuiltTest {

  @Test
  void whatIsNotThereSaysSoByName() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("INVITE", "1"));
    SipServletRequest request = servlet.last();
    SipServletResponse response = request.createResponse(180);
    ServletContext context = stage.container.context();
    SipApplicationSession session = request.getApplicationSession();
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("getProxy", request::getProxy);
    calls.put("getProxy", () -> request.getProxy(true));
    calls.put("getB2buaHelper", request::getB2buaHelper);
    calls.put(
        "pushRoute", () -> request.pushRoute(stage.container.factory().createSipURI("a", "b")));
    calls.put("pushPath", () -> request.pushPath(request.getFrom()));
    calls.put("addAuthHeader", () -> request.addAuthHeader(response, "a", "b"));
    calls.put("setRoutingDirective", () -> request.setRoutingDirective(null, null));
    calls.put("startAsync", request::startAsync);
    calls.put("sendReliably", response::sendReliably);
    calls.put("createPrack", response::createPrack);
    calls.put("SipSession.createRequest", () -> request.getSession().createRequest("BYE"));
    calls.put(
        "setOutboundInterface",
        () -> request.getSession().setOutboundInterface(Stage.PEER.getAddress()));
    calls.put("encodeURL", () -> session.encodeURL(null));
    calls.put("createAuthInfo", stage.container.factory()::createAuthInfo);
    calls.put(
        "getCorrespondingSipSession",
        () -> stage.container.sessions().getCorrespondingSipSession(null, "Replaces"));
    calls.put("addServlet", () -> context.addServlet("a", "b"));
    calls.put("addFilter", () -> context.addFilter("a", "b"));
    calls.put("addListener", () -> context.addListener("a"));
    calls.put("createServlet", () -> context.createServlet(null));
    calls.put("getServletRegistrations", context::getServletRegistrations);
    calls.put("getSessionCookieConfig", context::getSessionCookieConfig);
    calls.put("setSessionTimeout", () -> context.setSessionTimeout(1));
    calls.put("declareRoles", () -> context.declareRoles("a"));
    calls.put("include", () -> context.getNamedDispatcher("main").include(null, null));

    assertThat(calls)
        .allSatisfy(
            (name, call) ->
                assertThatThrownBy(call)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(name.substring(name.indexOf('.') + 1)));
  }

  @Test
  void whatNobodyHasIsNull() throws Exception {
    SipServletRequest request = Views.of(Stage.request("INVITE", "1"));

    assertThat(request.getProxy(false)).isNull();
    assertThat(request.getPoppedRoute()).isNull();
    assertThat(request.getSubscriberURI()).isNull();
    assertThat(request.getRequestDispatcher("/x")).isNull();
    assertThat(request.createResponse(200).getProxy()).isNull();
    assertThat(request.createResponse(200).isBranchResponse()).isFalse();
  }
}
