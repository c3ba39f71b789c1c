// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.server.RunningServer;

/** {@code POST /signalbox/rpc}: the RPC commands, as JSON-RPC 2.0. */
@WebServlet(urlPatterns = "/rpc", asyncSupported = true)
public class RpcServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient RunningServer server;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] document = request.getInputStream().readNBytes(RpcDoor.LARGEST + 1);
    Status refusal = RpcDoor.refusal(request.getContentType(), document.length);
    if (refusal != null) {
      response.sendError(refusal.getStatusCode());
      return;
    }
    String user =
        Objects.requireNonNull(request.getUserPrincipal(), "web.xml asks for a login").getName();
    AsyncContext waiting = request.startAsync();
    waiting.setTimeout(0); // every command answers in the end
    new RpcDoor(server.commands())
        .call(document, user, request.isUserInRole(Roles.ADMIN), told -> answer(waiting, told));
  }

  private static void answer(AsyncContext waiting, JsonRpc.Answer answer) {
    HttpServletResponse response = (HttpServletResponse) waiting.getResponse();
    response.setStatus(answer.code());
    try {
      if (!answer.body().isEmpty()) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
      }
    } catch (IOException e) {
      AdminLog.LOG.gone(e);
    } finally {
      waiting.complete();
    }
  }
}
