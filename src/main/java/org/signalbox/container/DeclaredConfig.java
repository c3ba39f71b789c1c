// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Collections;
import java.util.Enumeration;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** Shows a servlet what {@code sip.xml} declares for it. */
record DeclaredConfig(DeclaredServlet declared, ServletContext context) implements ServletConfig {
  @Override
  public String getServletName() {
    return declared.name();
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public @Nullable String getInitParameter(String name) {
    return declared.initParameters().get(name);
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(declared.initParameters().keySet());
  }
}
