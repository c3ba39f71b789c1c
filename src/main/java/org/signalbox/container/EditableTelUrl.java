// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Iterator;
import java.util.Objects;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Escapes;
import org.signalbox.sip.Parameter;
import org.signalbox.sip.TelUri;
import org.signalbox.sip.Uri;

/** Lets an application change a {@link TelUri} (RFC 3966). One thread at a time. */
final class EditableTelUrl implements TelURL {
  private TelUri uri;

  EditableTelUrl(TelUri uri) {
    this.uri = uri;
  }

  @Override
  public boolean isSipURI() {
    return false;
  }

  @Override
  public String getScheme() {
    return "tel";
  }

  @Override
  public boolean isGlobal() {
    return uri.global();
  }

  /** With its visual separators, without the plus sign of a global number. */
  @Override
  public String getPhoneNumber() {
    return uri.global() ? uri.number().substring(1) : uri.number();
  }

  @Override
  public @Nullable String getPhoneContext() {
    return getParameter("phone-context");
  }

  @Override
  public void setPhoneNumber(String number) {
    Objects.requireNonNull(number, "number");
    removeParameter("phone-context");
    write(number.startsWith("+") ? number : "+" + number, uri.parameters().toString());
  }

  @Override
  public void setPhoneNumber(String number, String context) {
    Objects.requireNonNull(number, "number");
    write(number, uri.parameters().toString());
    setParameter("phone-context", context);
  }

  @Override
  public @Nullable String getParameter(String name) {
    Objects.requireNonNull(name, "name");
    @Nullable String value = uri.parameters().value(name);
    if (value == null) {
      return uri.parameters().has(name) ? "" : null;
    }
    return Escapes.decode(value);
  }

  @Override
  public void setParameter(String name, String value) {
    Objects.requireNonNull(value, "value");
    removeParameter(name);
    String one = ";" + name + (value.isEmpty() ? "" : "=" + Escapes.parameter(value));
    write(uri.number(), uri.parameters() + one);
  }

  @Override
  public void removeParameter(String name) {
    StringBuilder kept = new StringBuilder();
    for (Parameter parameter : uri.parameters()) {
      if (!parameter.name().equalsIgnoreCase(name)) {
        kept.append(';').append(parameter.name());
        kept.append(parameter.value() == null ? "" : "=" + parameter.value());
      }
    }
    write(uri.number(), kept.toString());
  }

  @Override
  public Iterator<String> getParameterNames() {
    return ParameterNames.of(uri.parameters());
  }

  private void write(String number, String parameters) {
    if (!(Uri.of("tel:" + number + parameters) instanceof TelUri changed)) {
      throw new IllegalArgumentException("'" + number + "' is no telephone number.");
    }
    uri = changed;
  }

  @Override
  public URI clone() {
    return new EditableTelUrl(uri);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EditableTelUrl that && uri.equivalent(that.uri);
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
