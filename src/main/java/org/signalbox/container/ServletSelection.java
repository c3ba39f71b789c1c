// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.jspecify.annotations.Nullable;

/** How an initial request finds its servlet: {@code servlet-selection} of {@code sip.xml}. */
public sealed interface ServletSelection {

  /** The name of the servlet for an initial request; null when nobody wants it. */
  @Nullable String servletFor(SipServletRequest request);

  /** Everything goes to one servlet, which may hand on by {@code RequestDispatcher} (§16.1). */
  record Main(String servlet) implements ServletSelection {
    @Override
    public String servletFor(SipServletRequest request) {
      return servlet;
    }
  }

  /** The first rule that matches decides (JSR 289 §16.2). */
  record Mapped(List<Mapping> mappings) implements ServletSelection {
    @Override
    public @Nullable String servletFor(SipServletRequest request) {
      for (Mapping mapping : mappings) {
        if (mapping.rule().matches(request)) {
          return mapping.servlet();
        }
      }
      return null;
    }
  }

  /** One {@code servlet-mapping}. */
  record Mapping(String servlet, MappingRule rule) {}
}
