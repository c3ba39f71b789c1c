// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code pattern} of a servlet mapping; notes every mistake and goes on. */
final class MappingRuleReader {
  private final List<SipXmlException.Mistake> mistakes;

  MappingRuleReader(List<SipXmlException.Mistake> mistakes) {
    this.mistakes = mistakes;
  }

  /** The rule of a {@code pattern} element; null after a mistake. */
  @Nullable MappingRule pattern(XmlElement pattern) {
    return only(pattern);
  }

  private @Nullable MappingRule rule(XmlElement element) {
    return switch (element.name()) {
      case "and" -> all(element) instanceof List<MappingRule> rules ? new MappingRule.And(rules) : null;
      case "or" -> all(element) instanceof List<MappingRule> rules ? new MappingRule.Or(rules) : null;
      case "not" -> only(element) instanceof MappingRule rule ? new MappingRule.Not(rule) : null;
      case "exists" ->
          variable(element) instanceof MappingVariable variable
              ? new MappingRule.Exists(variable)
              : null;
      case "equal", "contains", "subdomain-of" -> comparison(element);
      default -> {
        mistake(
            element,
            "<"
                + element.name()
                + "> is no condition; use and, or, not, equal, exists, contains or subdomain-of.");
        yield null;
      }
    };
  }

  private @Nullable MappingRule comparison(XmlElement element) {
    @Nullable MappingVariable variable = variable(element);
    Optional<XmlElement> value = element.child("value");
    if (value.isEmpty()) {
      mistake(element, "<" + element.name() + "> lacks its <value>.");
    }
    if (variable == null || value.isEmpty()) {
      return null;
    }
    boolean ignoreCase =
        element.flag("ignore-case")
            || element.child("var").filter(var -> var.flag("ignore-case")).isPresent();
    String text = value.get().text();
    return switch (element.name()) {
      case "equal" -> new MappingRule.Equal(variable, text, ignoreCase);
      case "contains" -> new MappingRule.Contains(variable, text, ignoreCase);
      default -> new MappingRule.SubdomainOf(variable, text);
    };
  }

  private @Nullable MappingVariable variable(XmlElement element) {
    Optional<XmlElement> var = element.child("var");
    if (var.isEmpty()) {
      mistake(element, "<" + element.name() + "> lacks its <var>.");
      return null;
    }
    Optional<MappingVariable> variable = MappingVariable.named(var.get().text());
    if (variable.isEmpty()) {
      mistake(
          var.get(),
          "There is no variable '"
              + var.get().text()
              + "'; variables begin with request.method, request.uri, request.from, request.to or"
              + " request.route.");
    }
    return variable.orElse(null);
  }

  private @Nullable MappingRule only(XmlElement element) {
    if (element.children().size() != 1) {
      mistake(element, "<" + element.name() + "> takes exactly one condition.");
      return null;
    }
    return rule(element.children().get(0));
  }

  private @Nullable List<MappingRule> all(XmlElement element) {
    if (element.children().isEmpty()) {
      mistake(element, "<" + element.name() + "> needs at least one condition.");
      return null;
    }
    List<MappingRule> rules = new ArrayList<>();
    for (XmlElement child : element.children()) {
      @Nullable MappingRule rule = rule(child);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules.size() == element.children().size() ? List.copyOf(rules) : null;
  }

  private void mistake(XmlElement where, String sentence) {
    mistakes.add(new SipXmlException.Mistake(where.line(), sentence));
  }
}
