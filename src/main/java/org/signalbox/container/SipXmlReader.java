// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code WEB-INF/sip.xml} (JSR 289 §18, also the older 1.0 form without a namespace) and
 * gathers every mistake before it gives up.
 */
public final class SipXmlReader {
  private static final String SIP_NAMESPACE = "http://www.jcp.org/xml/ns/sipservlet";

  /** Read elsewhere or for people only. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("description", "icon", "distributable", "security-role", "message-destination");

  /** What this reader understands directly below the root. */
  private static final Set<String> READ =
      Set.of(
          "app-name",
          "display-name",
          "context-param",
          "listener",
          "servlet",
          "servlet-selection",
          "servlet-mapping",
          "session-config",
          "proxy-config");

  private final String file;
  private final List<SipXmlException.Mistake> mistakes = new ArrayList<>();

  private SipXmlReader(String file) {
    this.file = file;
  }

  /**
   * Reads a deployment descriptor.
   *
   * @param bytes the file; not closed
   * @param file its name for messages
   * @throws SipXmlException with every mistake, each with its line
   */
  public static SipApplication read(InputStream bytes, String file) throws SipXmlException {
    SipXmlReader reader = new SipXmlReader(file);
    XmlElement root;
    try {
      root = XmlElement.read(bytes);
    } catch (XMLStreamException malformed) {
      int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
      String detail = String.valueOf(malformed.getMessage()).replaceAll("\\s+", " ");
      throw new SipXmlException(
          file,
          List.of(new SipXmlException.Mistake(line, "This is not well-formed XML: " + detail)));
    }
    return reader.application(root);
  }

  private SipApplication application(XmlElement root) throws SipXmlException {
    if (!root.name().equals("sip-app")) {
      mistake(root, "The root element is <" + root.name() + ">; it must be <sip-app>.");
      throw new SipXmlException(file, mistakes);
    }
    if (!root.namespace().isEmpty() && !root.namespace().equals(SIP_NAMESPACE)) {
      mistake(
          root, "The namespace is '" + root.namespace() + "'; it must be '" + SIP_NAMESPACE + "'.");
    }
    root.children().forEach(this::known);
    String display = root.child("display-name").map(XmlElement::text).orElse("");
    String name = root.child("app-name").map(XmlElement::text).orElse("");
    if (name.isEmpty() && root.namespace().isEmpty()) {
      name = display; // 1.0 has no app-name
    }
    if (name.isEmpty()) {
      mistake(root, "<app-name> is missing: give the application its unique name.");
    }
    List<DeclaredServlet> servlets = servlets(root);
    @Nullable ServletSelection selection = selection(root, servlets);
    Map<String, String> context = parameters(root, "context-param");
    List<String> listeners =
        root.children("listener").stream().map(each -> required(each, "listener-class")).toList();
    Duration timeout =
        number(root, "session-config", "session-timeout")
            .map(minutes -> Duration.ofMinutes(Math.max(0, minutes)))
            .orElse(SipApplication.DEFAULT_SESSION_TIMEOUT);
    Duration proxyTimeout =
        number(root, "proxy-config", "proxy-timeout")
            .or(() -> number(root, "proxy-config", "sequential-search-timeout"))
            .map(seconds -> Duration.ofSeconds(Math.max(0, seconds)))
            .orElse(Duration.ZERO);
    if (!mistakes.isEmpty() || selection == null) {
      throw new SipXmlException(file, mistakes);
    }
    return new SipApplication(
        name,
        display.isEmpty() ? name : display,
        context,
        servlets,
        listeners,
        selection,
        timeout,
        proxyTimeout);
  }

  private void known(XmlElement element) {
    if (READ.contains(element.name()) || WITHOUT_EFFECT.contains(element.name())) {
      return;
    }
    mistake(
        element,
        switch (element.name()) {
          case "security-constraint", "login-config" ->
              "<"
                  + element.name()
                  + "> is not enforced by this container; remove it and check in the servlet.";
          case "env-entry",
              "ejb-ref",
              "ejb-local-ref",
              "service-ref",
              "resource-ref",
              "resource-env-ref",
              "message-destination-ref",
              "persistence-context-ref",
              "persistence-unit-ref" ->
              "Move <" + element.name() + "> to web.xml, which declares it for this WAR.";
          default -> "<" + element.name() + "> is not an element of sip-app.";
        });
  }

  private List<DeclaredServlet> servlets(XmlElement root) {
    List<DeclaredServlet> servlets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (XmlElement element : root.children("servlet")) {
      String name = required(element, "servlet-name");
      if (!name.isEmpty() && !names.add(name)) {
        mistake(element, "There are two servlets named '" + name + "'; rename one.");
      }
      element
          .child("run-as")
          .ifPresent(each -> mistake(each, "<run-as> is not supported; remove it."));
      servlets.add(
          new DeclaredServlet(
              name,
              required(element, "servlet-class"),
              parameters(element, "init-param"),
              loadOnStartup(element)));
    }
    if (servlets.isEmpty()) {
      mistake(root, "There is no <servlet>.");
    }
    return List.copyOf(servlets);
  }

  private OptionalInt loadOnStartup(XmlElement servlet) {
    return servlet
        .child("load-on-startup")
        .flatMap(element -> integer(element).map(OptionalInt::of))
        .filter(order -> order.getAsInt() >= 0) // negative: at the first request (JSR 289 §18)
        .orElse(OptionalInt.empty());
  }

  private @Nullable ServletSelection selection(XmlElement root, List<DeclaredServlet> servlets) {
    List<XmlElement> mains = new ArrayList<>();
    List<XmlElement> mappings = new ArrayList<>(root.children("servlet-mapping"));
    for (XmlElement selection : root.children("servlet-selection")) {
      mains.addAll(selection.children("main-servlet"));
      mappings.addAll(selection.children("servlet-mapping"));
    }
    if (!mains.isEmpty() && !mappings.isEmpty()) {
      mistake(mappings.get(0), "Use either <main-servlet> or <servlet-mapping>, not both.");
      return null;
    }
    if (mains.size() > 1) {
      mistake(mains.get(1), "There can be only one <main-servlet>.");
      return null;
    }
    if (!mains.isEmpty()) {
      declared(mains.get(0), servlets);
      return new ServletSelection.Main(mains.get(0).text());
    }
    if (!mappings.isEmpty()) {
      return mapped(mappings, servlets);
    }
    if (servlets.size() == 1) {
      return new ServletSelection.Main(servlets.get(0).name());
    }
    if (servlets.size() > 1) {
      mistake(root, "There are several servlets: say in <servlet-selection> which gets a request.");
    }
    return null;
  }

  private ServletSelection mapped(List<XmlElement> elements, List<DeclaredServlet> servlets) {
    MappingRuleReader rules = new MappingRuleReader(mistakes);
    List<ServletSelection.Mapping> mappings = new ArrayList<>();
    for (XmlElement element : elements) {
      element.child("servlet-name").ifPresent(name -> declared(name, servlets));
      if (element.child("pattern").isEmpty()) {
        mistake(element, "<servlet-mapping> lacks its <pattern>.");
        continue;
      }
      String servlet = required(element, "servlet-name");
      rules
          .pattern(element.child("pattern").get())
          .ifPresent(rule -> mappings.add(new ServletSelection.Mapping(servlet, rule)));
    }
    return new ServletSelection.Mapped(List.copyOf(mappings));
  }

  private void declared(XmlElement name, List<DeclaredServlet> servlets) {
    if (servlets.stream().noneMatch(servlet -> servlet.name().equals(name.text()))) {
      mistake(name, "There is no servlet named '" + name.text() + "'; declare it with <servlet>.");
    }
  }

  private Map<String, String> parameters(XmlElement parent, String element) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (XmlElement each : parent.children(element)) {
      String name = required(each, "param-name");
      if (each.child("param-value").isEmpty()) {
        mistake(each, "<" + element + "> '" + name + "' lacks its <param-value>.");
      }
      String value = each.child("param-value").map(XmlElement::text).orElse("");
      if (parameters.put(name, value) != null) {
        mistake(each, "The parameter '" + name + "' is set twice; remove one.");
      }
    }
    return Collections.unmodifiableMap(parameters);
  }

  private Optional<Integer> number(XmlElement root, String parent, String child) {
    return root.child(parent).flatMap(found -> found.child(child)).flatMap(this::integer);
  }

  private Optional<Integer> integer(XmlElement element) {
    try {
      return Optional.of(Integer.valueOf(element.text()));
    } catch (NumberFormatException notANumber) {
      mistake(
          element, "<" + element.name() + "> is '" + element.text() + "'; it must be a number.");
      return Optional.empty();
    }
  }

  private String required(XmlElement parent, String child) {
    String text = parent.child(child).map(XmlElement::text).orElse("");
    if (text.isEmpty()) {
      mistake(parent, "<" + parent.name() + "> lacks its <" + child + ">.");
    }
    return text;
  }

  private void mistake(XmlElement where, String sentence) {
    SipXmlException.Mistake mistake = new SipXmlException.Mistake(where.line(), sentence);
    if (!mistakes.contains(mistake)) {
      mistakes.add(mistake);
    }
  }
}
