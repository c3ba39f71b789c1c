// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SipXmlReaderTest {
  private static final String ONE_SERVLET =
      "<servlet><servlet-name>a</servlet-name><servlet-class>x.A</servlet-class></servlet>";

  @Test
  void everyPartOfAFileIsRead() throws Exception {
    SipApplication application =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" xmlns:javaee="http://java.sun.com/xml/ns/javaee" version="1.1">
              <app-name>org.example.echo</app-name>
              <javaee:display-name>Echo</javaee:display-name>
              <javaee:description>answers</javaee:description>
              <javaee:context-param>
                <javaee:param-name>colour</javaee:param-name>
                <javaee:param-value>blue</javaee:param-value>
              </javaee:context-param>
              <javaee:listener><javaee:listener-class>x.L</javaee:listener-class></javaee:listener>
              <servlet-selection><main-servlet>b</main-servlet></servlet-selection>
              <servlet>
                <javaee:servlet-name>a</javaee:servlet-name>
                <javaee:servlet-class>x.A</javaee:servlet-class>
                <javaee:init-param>
                  <javaee:param-name>n</javaee:param-name>
                  <javaee:param-value>1</javaee:param-value>
                </javaee:init-param>
                <javaee:load-on-startup>7</javaee:load-on-startup>
              </servlet>
              <servlet>
                <javaee:servlet-name>b</javaee:servlet-name>
                <javaee:servlet-class>x.B</javaee:servlet-class>
                <javaee:load-on-startup>-1</javaee:load-on-startup>
              </servlet>
              <proxy-config><proxy-timeout>20</proxy-timeout></proxy-config>
              <session-config><javaee:session-timeout>9</javaee:session-timeout></session-config>
            </sip-app>
            """);

    assertThat(application.name()).isEqualTo("org.example.echo");
    assertThat(application.displayName()).isEqualTo("Echo");
    assertThat(application.contextParameters()).containsExactly(Map.entry("colour", "blue"));
    assertThat(application.listeners()).containsExactly("x.L");
    assertThat(application.selection()).isEqualTo(new ServletSelection.Main("b"));
    assertThat(application.servlets())
        .containsExactly(
            new DeclaredServlet("a", "x.A", Map.of("n", "1"), OptionalInt.of(7)),
            new DeclaredServlet("b", "x.B", Map.of(), OptionalInt.empty()));
    assertThat(application.sessionTimeout()).isEqualTo(Duration.ofMinutes(9));
    assertThat(application.proxyTimeout()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aSingleServletIsTheMainServletAndSessionsLiveThreeMinutes() throws Exception {
    SipApplication application = read(app(ONE_SERVLET));

    assertThat(application.selection()).isEqualTo(new ServletSelection.Main("a"));
    assertThat(application.sessionTimeout()).isEqualTo(Duration.ofMinutes(3));
    assertThat(application.displayName()).isEqualTo("n");
  }

  @Test
  void aTimeoutOfZeroOrLessMeansForEver() throws Exception {
    String config = "<session-config><session-timeout>-1</session-timeout></session-config>";

    assertThat(read(app(ONE_SERVLET + config)).sessionTimeout()).isEqualTo(Duration.ZERO);
  }

  @Test
  void aFileOfSipServletOneZeroIsUnderstood() throws Exception {
    SipApplication application =
        read(
            """
            <!DOCTYPE sip-app PUBLIC "-//Java Community Process//DTD SIP Application 1.0//EN"
              "http://127.0.0.1:1/sip-app_1_0.dtd">
            <sip-app>
              <display-name>Old</display-name>
              <servlet><servlet-name>a</servlet-name><servlet-class>x.A</servlet-class></servlet>
              <servlet-mapping>
                <servlet-name>a</servlet-name>
                <pattern><equal><var>request.method</var><value>INVITE</value></equal></pattern>
              </servlet-mapping>
            </sip-app>
            """);

    assertThat(application.name()).isEqualTo("Old");
    assertThat(application.selection()).isInstanceOf(ServletSelection.Mapped.class);
  }

  @Test
  void externalEntitiesAreNeverFollowed() {
    List<SipXmlException.Mistake> mistakes =
        mistakes(
            """
            <!DOCTYPE sip-app [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <sip-app><display-name>&secret;</display-name></sip-app>
            """);

    assertThat(mistakes).singleElement().satisfies(m -> assertThat(m.line()).isEqualTo(2));
  }

  @Test
  void brokenXmlIsToldWithItsLine() {
    assertThat(mistakes("<sip-app>\n<servlet>\n</sip-app>"))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.line()).isEqualTo(3);
              assertThat(m.sentence()).startsWith("This is not well-formed XML");
            });
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsLine() {
    assertThat(
            mistakes(
                """
                <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet">
                  <servlet><servlet-name>a</servlet-name></servlet>
                  <servlet><servlet-name>a</servlet-name><servlet-class>x</servlet-class>
                    <load-on-startup>soon</load-on-startup></servlet>
                  <servlet-selection><main-servlet>z</main-servlet></servlet-selection>
                  <security-constraint/>
                  <env-entry/>
                  <sevlet/>
                  <context-param><param-name>p</param-name></context-param>
                </sip-app>
                """))
        .extracting(mistake -> mistake.line() + " " + mistake.sentence())
        .containsExactlyInAnyOrder(
            "1 <app-name> is missing: give the application its unique name.",
            "2 <servlet> lacks its <servlet-class>.",
            "3 There are two servlets named 'a'; rename one.",
            "4 <load-on-startup> is 'soon'; it must be a number.",
            "5 There is no servlet named 'z'; declare it with <servlet>.",
            "6 <security-constraint> is not enforced by this container; remove it and check in the"
                + " servlet.",
            "7 Move <env-entry> to web.xml, which declares it for this WAR.",
            "8 <sevlet> is not an element of sip-app.",
            "9 <context-param> 'p' lacks its <param-value>.");
  }

  @Test
  void mistakesInRulesAreTold() {
    assertThat(
            mistakes(
                app(
                    ONE_SERVLET
                        + """
                        <servlet-selection>
                        <servlet-mapping><servlet-name>a</servlet-name></servlet-mapping>
                        <servlet-mapping><servlet-name>a</servlet-name>
                        <pattern><and/></pattern></servlet-mapping>
                        <servlet-mapping><servlet-name>a</servlet-name><pattern>
                        <equal><var>request.colour</var></equal></pattern></servlet-mapping>
                        <servlet-mapping><servlet-name>a</servlet-name>
                        <pattern><matches/></pattern></servlet-mapping>
                        </servlet-selection>
                        """)))
        .extracting(SipXmlException.Mistake::sentence)
        .containsExactly(
            "<servlet-mapping> lacks its <pattern>.",
            "<and> needs at least one condition.",
            "There is no variable 'request.colour'; variables begin with request.method,"
                + " request.uri, request.from, request.to or request.route.",
            "<equal> lacks its <value>.",
            "<matches> is no condition; use and, or, not, equal, exists, contains or"
                + " subdomain-of.");
  }

  @Test
  void mainServletAndMappingsExcludeEachOther() {
    assertThat(
            mistakes(
                app(
                    ONE_SERVLET
                        + "<servlet-selection><main-servlet>a</main-servlet><servlet-mapping/>"
                        + "</servlet-selection>")))
        .extracting(SipXmlException.Mistake::sentence)
        .containsExactly("Use either <main-servlet> or <servlet-mapping>, not both.");
  }

  @Test
  void severalServletsNeedASelection() {
    String second = ONE_SERVLET.replace(">a<", ">b<");

    assertThat(mistakes(app(ONE_SERVLET + second)))
        .extracting(SipXmlException.Mistake::sentence)
        .containsExactly(
            "There are several servlets: say in <servlet-selection> which gets a request.");
  }

  @Test
  void theMessageNamesFileAndLine() {
    SipXmlException problem = catchThrowableOfType(SipXmlException.class, () -> read("<web-app/>"));

    assertThat(problem)
        .hasMessage("sip.xml:1: The root element is <web-app>; it must be <sip-app>.");
  }

  private static String app(String inside) {
    return "<sip-app xmlns=\"http://www.jcp.org/xml/ns/sipservlet\"><app-name>n</app-name>"
        + inside
        + "</sip-app>";
  }

  private static List<SipXmlException.Mistake> mistakes(String xml) {
    return catchThrowableOfType(SipXmlException.class, () -> read(xml)).mistakes();
  }

  private static SipApplication read(String xml) throws SipXmlException {
    return SipXmlReader.read(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "sip.xml");
  }
}
