// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

/** Hands a message on to another servlet of the application, for main servlets (JSR 289 §7.1.5). */
record NamedDispatcher(ServletTable.HeldServlet target, ServletContext context)
    implements RequestDispatcher {
  @Override
  public void forward(@Nullable ServletRequest request, @Nullable ServletResponse response)
      throws ServletException, IOException {
    target.servlet(context).service(request, response);
  }

  @Override
  public void include(ServletRequest request, ServletResponse response) {
    throw NotBuilt.refused("RequestDispatcher.include");
  }
}
