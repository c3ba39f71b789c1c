// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code pattern} of a servlet mapping; notes every mistake and goes on. */
final class MappingRuleReader {
  private final List<SipXmlException.Mistake> mistakes;

  MappingRuleReader(List<SipXmlException.Mistake> mistakes) {
    this.mistakes = mistakes;
  }

  /** The rule of a {@code pattern} element; empty after a mistake. */
  Optional<MappingRule> pattern(XmlElement pattern) {
    return only(pattern);
  }

  private Optional<MappingRule> rule(XmlElement element) {
    return switch (element.name()) {
      case "and" -> all(element).map(MappingRule.And::new);
      case "or" -> all(element).map(MappingRule.Or::new);
      case "not" -> only(element).map(MappingRule.Not::new);
      case "exists" -> variable(element).map(MappingRule.Exists::new);
      case "equal", "contains", "subdomain-of" -> comparison(element);
      default -> {
        mistake(
            element,
            "<"
                + element.name()
                + "> is no condition; use and, or, not, equal, exists, contains or subdomain-of.");
        yield Optional.empty();
      }
    };
  }

  private Optional<MappingRule> comparison(XmlElement element) {
    Optional<MappingVariable> variable = variable(element);
    Optional<String> value = element.child("value").map(XmlElement::text);
    if (value.isEmpty()) {
      mistake(element, "<" + element.name() + "> lacks its <value>.");
    }
    if (variable.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    boolean ignoreCase =
        element.flag("ignore-case")
            || element.child("var").filter(var -> var.flag("ignore-case")).isPresent();
    return Optional.of(
        switch (element.name()) {
          case "equal" -> new MappingRule.Equal(variable.get(), value.get(), ignoreCase);
          case "contains" -> new MappingRule.Contains(variable.get(), value.get(), ignoreCase);
          default -> new MappingRule.SubdomainOf(variable.get(), value.get());
        });
  }

  private Optional<MappingVariable> variable(XmlElement element) {
    Optional<XmlElement> var = element.child("var");
    if (var.isEmpty()) {
      mistake(element, "<" + element.name() + "> lacks its <var>.");
      return Optional.empty();
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
    return variable;
  }

  private Optional<MappingRule> only(XmlElement element) {
    if (element.children().size() != 1) {
      mistake(element, "<" + element.name() + "> takes exactly one condition.");
      return Optional.empty();
    }
    return rule(element.children().get(0));
  }

  private Optional<List<MappingRule>> all(XmlElement element) {
    if (element.children().isEmpty()) {
      mistake(element, "<" + element.name() + "> needs at least one condition.");
      return Optional.empty();
    }
    List<MappingRule> rules = new ArrayList<>();
    for (XmlElement child : element.children()) {
      rule(child).ifPresent(rules::add);
    }
    boolean complete = rules.size() == element.children().size();
    return complete ? Optional.of(List.copyOf(rules)) : Optional.empty();
  }

  private void mistake(XmlElement where, String sentence) {
    mistakes.add(new SipXmlException.Mistake(where.line(), sentence));
  }
}
