// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the web container itself refuses (no login, no role, no file), in the same shape. */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object refused = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = refused instanceof Integer given ? given : Status.NOT_FOUND.getStatusCode();
    Status status = Status.fromStatusCode(code);
    String title = status == null ? "Error" : status.getReasonPhrase();
    response.setStatus(code);
    response.setContentType(ProblemException.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    String detail = HttpErrorMapper.detail(code, title);
    response.getWriter().write(ProblemException.body(code, title, detail, null));
  }
}
