// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A condition of the mapping language (JSR 289 §16.2). A variable without a value makes every
 * comparison false.
 */
sealed interface MappingRule {

  boolean matches(SipServletRequest request);

  record And(List<MappingRule> rules) implements MappingRule {
    @Override
    public boolean matches(SipServletRequest request) {
      for (MappingRule rule : rules) {
        if (!rule.matches(request)) {
          return false;
        }
      }
      return true;
    }
  }

  record Or(List<MappingRule> rules) implements MappingRule {
    @Override
    public boolean matches(SipServletRequest request) {
      for (MappingRule rule : rules) {
        if (rule.matches(request)) {
          return true;
        }
      }
      return false;
    }
  }

  record Not(MappingRule rule) implements MappingRule {
    @Override
    public boolean matches(SipServletRequest request) {
      return !rule.matches(request);
    }
  }

  record Exists(MappingVariable variable) implements MappingRule {
    @Override
    public boolean matches(SipServletRequest request) {
      return variable.value(request) != null;
    }
  }

  record Equal(MappingVariable variable, String expected, boolean ignoreCase)
      implements MappingRule {
    @Override
    public boolean matches(SipServletRequest request) {
      @Nullable String value = variable.value(request);
      return value != null
          && (ignoreCase ? value.equalsIgnoreCase(expected) : value.equals(expected));
    }
  }

  record Contains(MappingVariable variable, String part, boolean ignoreCase)
      implements MappingRule {
    @Override
    public boolean matches(SipServletRequest request) {
      @Nullable String value = variable.value(request);
      if (value == null) {
        return false;
      }
      for (int at = 0; at <= value.length() - part.length(); at++) {
        if (value.regionMatches(ignoreCase, at, part, 0, part.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /** For a telephone number: begins with; for a host: is the domain or lies below it. */
  record SubdomainOf(MappingVariable variable, String domain) implements MappingRule {
    @Override
    public boolean matches(SipServletRequest request) {
      @Nullable String value = variable.value(request);
      if (value == null) {
        return false;
      }
      if (variable.isTelephoneNumber()) {
        return value.startsWith(domain);
      }
      int start = value.length() - domain.length();
      return start >= 0
          && value.regionMatches(true, start, domain, 0, domain.length())
          && (start == 0 || value.charAt(start - 1) == '.');
    }
  }
}
