// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.servlet.sip.SipURI;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Escapes;
import org.signalbox.sip.SipUri;

/**
 * Lets an application change a {@link SipUri}: each change replaces the immutable one inside. Texts
 * go in and come out without escapes. One thread at a time.
 */
final class EditableSipUri implements SipURI {
  private SipUri uri;

  EditableSipUri(SipUri uri) {
    this.uri = uri;
  }

  /** The URI as it stands now. */
  SipUri uri() {
    return uri;
  }

  @Override
  public boolean isSipURI() {
    return true;
  }

  @Override
  public String getScheme() {
    return uri.scheme();
  }

  @Override
  public boolean isSecure() {
    return uri.secure();
  }

  @Override
  public void setSecure(boolean secure) {
    uri = uri.withSecure(secure);
  }

  @Override
  public @Nullable String getUser() {
    return uri.unescapedUser();
  }

  @Override
  public void setUser(@Nullable String user) {
    uri = uri.withUser(user == null || user.isEmpty() ? null : Escapes.user(user));
  }

  @Override
  public @Nullable String getUserPassword() {
    @Nullable String password = uri.password();
    return password == null ? null : Escapes.decode(password);
  }

  @Override
  public void setUserPassword(@Nullable String password) {
    uri = uri.withPassword(password == null ? null : Escapes.user(password));
  }

  @Override
  public String getHost() {
    return uri.host();
  }

  @Override
  public void setHost(String host) {
    uri = uri.withHost(bracketed(Objects.requireNonNull(host, "host")));
  }

  /** An IPv6 address may come without its brackets. */
  static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  @Override
  public int getPort() {
    return uri.port();
  }

  @Override
  public void setPort(int port) {
    uri = uri.withPort(port < 0 ? -1 : port);
  }

  @Override
  public @Nullable String getParameter(String name) {
    Objects.requireNonNull(name, "name");
    @Nullable String value = uri.parameter(name);
    if (value == null) {
      return uri.parameters().has(name) ? "" : null;
    }
    return Escapes.decode(value);
  }

  @Override
  public void setParameter(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    uri =
        uri.withParameter(
            Escapes.parameter(name), value.isEmpty() ? null : Escapes.parameter(value));
  }

  @Override
  public void removeParameter(String name) {
    uri = uri.withoutParameter(name);
  }

  @Override
  public Iterator<String> getParameterNames() {
    return ParameterNames.of(uri.parameters());
  }

  @Override
  public @Nullable String getTransportParam() {
    return getParameter("transport");
  }

  @Override
  public void setTransportParam(@Nullable String transport) {
    setOrRemove("transport", transport);
  }

  @Override
  public @Nullable String getMAddrParam() {
    return getParameter("maddr");
  }

  @Override
  public void setMAddrParam(@Nullable String address) {
    setOrRemove("maddr", address);
  }

  @Override
  public @Nullable String getMethodParam() {
    return getParameter("method");
  }

  @Override
  public void setMethodParam(@Nullable String method) {
    setOrRemove("method", method);
  }

  @Override
  public @Nullable String getUserParam() {
    return getParameter("user");
  }

  @Override
  public void setUserParam(@Nullable String user) {
    setOrRemove("user", user);
  }

  @Override
  public int getTTLParam() {
    return Numbers.orMinusOne(getParameter("ttl"));
  }

  @Override
  public void setTTLParam(int ttl) {
    setOrRemove("ttl", ttl < 0 ? null : Integer.toString(ttl));
  }

  @Override
  public boolean getLrParam() {
    return uri.looseRouter();
  }

  @Override
  public void setLrParam(boolean looseRouter) {
    uri = looseRouter ? uri.withParameter("lr", null) : uri.withoutParameter("lr");
  }

  private void setOrRemove(String name, @Nullable String value) {
    if (value == null) {
      removeParameter(name);
    } else {
      setParameter(name, value);
    }
  }

  @Override
  public @Nullable String getHeader(String name) {
    return uri.header(Objects.requireNonNull(name, "name"));
  }

  @Override
  public Iterator<String> getHeaderNames() {
    return headers().keySet().iterator();
  }

  @Override
  public void setHeader(String name, String value) {
    Map<String, String> headers = headers();
    removeIgnoringCase(headers, name);
    headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    replaceHeaders(headers);
  }

  @Override
  public void removeHeader(String name) {
    Map<String, String> headers = headers();
    removeIgnoringCase(headers, name);
    replaceHeaders(headers);
  }

  private static void removeIgnoringCase(Map<String, String> headers, String name) {
    headers.keySet().removeIf(name::equalsIgnoreCase);
  }

  /** Header names and values without escapes, in the order of the URI. */
  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    @Nullable String written = uri.headers();
    for (String pair : written == null ? new String[0] : written.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      headers.put(Escapes.decode(name), Escapes.decode(value));
    }
    return headers;
  }

  private void replaceHeaders(Map<String, String> headers) {
    StringBuilder written = new StringBuilder();
    headers.forEach(
        (name, value) ->
            written
                .append(written.isEmpty() ? "" : "&")
                .append(Escapes.header(name))
                .append('=')
                .append(Escapes.header(value)));
    uri = uri.withHeaders(written.isEmpty() ? null : written.toString());
  }

  @Override
  public SipURI clone() {
    return new EditableSipUri(uri);
  }

  /** RFC 3261 §19.1.4. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EditableSipUri that && uri.equivalent(that.uri);
  }

  @Override
  public int hashCode() {
    return uri.key().hashCode();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
