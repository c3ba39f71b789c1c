// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.servlet.sip.Address;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private SipFactory factory;

  @BeforeEach
  void start() throws Exception {
    factory = Stage.with(ScriptedServlet.silent()).container.factory();
  }

  private SipURI sip(String text) throws ServletParseException {
    return (SipURI) factory.createURI(text);
  }

  @Test
  void aSipUriGivesItsParts() throws Exception {
    SipURI uri =
        sip(
            "sips:al%40ice:se%20cret@Example.com:5062;transport=tcp;ttl=3;lr;x=a%3bb?Subject=h%20i&b=c");

    assertThat(uri.isSipURI()).isTrue();
    assertThat(uri.isSecure()).isTrue();
    assertThat(uri.getScheme()).isEqualTo("sips");
    assertThat(uri.getUser()).isEqualTo("al@ice");
    assertThat(uri.getUserPassword()).isEqualTo("se cret");
    assertThat(uri.getHost()).isEqualTo("Example.com");
    assertThat(uri.getPort()).isEqualTo(5062);
    assertThat(uri.getTransportParam()).isEqualTo("tcp");
    assertThat(uri.getTTLParam()).isEqualTo(3);
    assertThat(uri.getLrParam()).isTrue();
    assertThat(uri.getParameter("lr")).isEmpty();
    assertThat(uri.getParameter("x")).isEqualTo("a;b");
    assertThat(uri.getMAddrParam()).isNull();
    assertThat(uri.getMethodParam()).isNull();
    assertThat(uri.getUserParam()).isNull();
    assertThat(uri.getHeader("subject")).isEqualTo("h i");
    assertThat(all(uri.getParameterNames())).containsExactly("transport", "ttl", "lr", "x");
    assertThat(all(uri.getHeaderNames())).containsExactly("Subject", "b");
  }

  @Test
  void aSipUriCanBeChangedInEveryPart() {
    SipURI uri = factory.createSipURI("a@b", "2001:db8::1");
    uri.setPort(5070);
    uri.setTransportParam("udp");
    uri.setUserPassword("p w");
    uri.setLrParam(true);
    uri.setTTLParam(7);
    uri.setMAddrParam("192.0.2.9");
    uri.setMethodParam("INVITE");
    uri.setUserParam("phone");
    uri.setHeader("Subject", "a b");
    assertThat(uri)
        .hasToString(
            "sip:a%40b:p%20w@[2001:db8::1]:5070;transport=udp;lr;ttl=7;maddr=192.0.2.9"
                + ";method=INVITE;user=phone?Subject=a%20b");

    uri.setUser(null);
    uri.setHost("example.net");
    uri.setPort(-1);
    uri.setSecure(true);
    uri.setTransportParam(null);
    uri.setLrParam(false);
    uri.setTTLParam(-1);
    uri.setMAddrParam(null);
    uri.setMethodParam(null);
    uri.setUserParam(null);
    uri.removeHeader("subject");

    assertThat(uri).hasToString("sips:example.net");
  }

  @Test
  void urisAreComparedByTheirRules() throws Exception {
    assertThat(sip("sip:a@EXAMPLE.com;x=1")).isEqualTo(sip("sip:a@example.COM"));
    assertThat(sip("sip:a@example.com")).isNotEqualTo(sip("sip:A@example.com"));
    assertThat(sip("sip:a@example.com")).isNotEqualTo(sip("sip:a@example.com:5060"));
    SipURI original = sip("sip:a@b");
    URI copy = original.clone();
    original.setUser("c");
    assertThat(copy).hasToString("sip:a@b");
  }

  @Test
  void aTelUrlGivesItsPartsAndCanBeChanged() throws Exception {
    TelURL tel = (TelURL) factory.createURI("tel:+1-212-555;isub=4");
    assertThat(tel.isSipURI()).isFalse();
    assertThat(tel.isGlobal()).isTrue();
    assertThat(tel.getPhoneNumber()).isEqualTo("1-212-555");
    assertThat(tel.getParameter("isub")).isEqualTo("4");
    assertThat(tel).isEqualTo(factory.createURI("tel:+1212555;isub=4"));

    tel.setPhoneNumber("777", "+49");
    assertThat(tel.isGlobal()).isFalse();
    assertThat(tel.getPhoneContext()).isEqualTo("+49");
    tel.setPhoneNumber("+4930");
    assertThat(tel.getPhoneContext()).isNull();
    assertThat(tel).hasToString("tel:+4930;isub=4");
  }

  @Test
  void otherUrisAreKeptAsTheyAre() throws Exception {
    URI uri = factory.createURI("urn:service:sos");

    assertThat(uri.getScheme()).isEqualTo("urn");
    assertThat(uri.isSipURI()).isFalse();
    assertThat(uri).hasToString("urn:service:sos").isEqualTo(factory.createURI("urn:service:sos"));
    assertThatThrownBy(() -> uri.setParameter("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> factory.createURI("sip:")).isInstanceOf(ServletParseException.class);
  }

  @Test
  void anAddressGivesItsParts() throws Exception {
    Address address =
        factory.createAddress("\"A \\\"B\\\"\" <sip:a@b;p=1>;q=0.5;expires=60;x=\"y z\"");

    assertThat(address.getDisplayName()).isEqualTo("A \"B\"");
    assertThat(address.getURI()).hasToString("sip:a@b;p=1");
    assertThat(address.getQ()).isEqualTo(0.5f);
    assertThat(address.getExpires()).isEqualTo(60);
    assertThat(address.getParameter("x")).isEqualTo("y z");
    assertThat(address.getParameter("none")).isNull();
    assertThat(address.getValue()).isEqualTo("\"A \\\"B\\\"\" <sip:a@b;p=1>");
    assertThat(address.isWildcard()).isFalse();
    assertThat(factory.createAddress("*").isWildcard()).isTrue();
    assertThat(factory.createAddress("*")).hasToString("*");
    assertThatThrownBy(() -> factory.createAddress("\"open <sip:a@b>"))
        .isInstanceOf(ServletParseException.class);
  }

  @Test
  void anAddressCanBeChangedAlsoThroughItsUri() throws Exception {
    Address address = factory.createAddress(factory.createSipURI("a", "b"), "Al ice");
    ((SipURI) address.getURI()).setUser("c");
    address.setQ(0.25f);
    address.setExpires(9);
    address.setParameter("x", "y z");

    assertThat(address).hasToString("\"Al ice\" <sip:c@b>;q=0.25;expires=9;x=\"y z\"");
    address.setQ(1);
    assertThat(address.getParameter("q")).isEqualTo("1");
    address.setQ(-1);
    address.setExpires(-1);
    address.removeParameter("x");
    address.setDisplayName(null);
    address.setURI(factory.createURI("tel:+1"));
    assertThat(address).hasToString("<tel:+1>");
    address.setValue("<sip:n@m>");
    assertThat(address.getURI()).hasToString("sip:n@m");
    assertThatThrownBy(() -> address.setQ(1.5f)).isInstanceOf(IllegalArgumentException.class);
    Address copy = (Address) address.clone();
    address.setParameter("k", "v");
    assertThat(copy.getParameter("k")).isNull();
  }

  @Test
  void addressesAreEqualWithoutTheirDisplayName() throws Exception {
    assertThat(factory.createAddress("A <sip:a@b>;x=1"))
        .isEqualTo(factory.createAddress("B <sip:a@B>;X=1"))
        .isNotEqualTo(factory.createAddress("<sip:a@b>;x=2"));
  }

  @Test
  void aParameterableHasAValueAndParameters() throws Exception {
    Parameterable value =
        factory.createParameterable("text/html ; charset=\"utf 8\"; level=1;flag");

    assertThat(value.getValue()).isEqualTo("text/html");
    assertThat(value.getParameter("CHARSET")).isEqualTo("utf 8");
    assertThat(value.getParameter("flag")).isEmpty();
    assertThat(all(value.getParameterNames())).containsExactly("charset", "level", "flag");
    value.setParameter("level", "2");
    value.removeParameter("flag");
    assertThat(value).hasToString("text/html;charset=\"utf 8\";level=2");
    assertThat(value).isEqualTo(value.clone());
    assertThatThrownBy(() -> factory.createParameterable("a;b=\"c"))
        .isInstanceOf(ServletParseException.class);
    assertThatThrownBy(() -> factory.createParameterable(";b"))
        .isInstanceOf(ServletParseException.class);
  }

  private static List<String> all(Iterator<String> names) {
    List<String> all = new ArrayList<>();
    names.forEachRemaining(all::add);
    return all;
  }
}
