// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.Parameter;
import org.signalbox.sip.ParsedValue;
import org.signalbox.sip.Uri;

/**
 * Lets an application change a {@link NameAddress}: each change replaces the immutable one inside.
 * The From and To of a message are fixed: they belong to the container. One thread at a time.
 */
final class EditableAddress implements Address {
  private static final Uri NOWHERE = Uri.of("sip:nowhere.invalid");

  private final boolean fixed;
  private NameAddress value;
  private boolean wildcard;

  /** The URI handed out, which the application may change behind our back. */
  private @Nullable URI uri;

  private EditableAddress(NameAddress value, boolean wildcard, boolean fixed) {
    this.value = value;
    this.wildcard = wildcard;
    this.fixed = fixed;
  }

  static EditableAddress of(NameAddress value) {
    return new EditableAddress(value, false, false);
  }

  /** An address that the application may read but not change. */
  static EditableAddress fixed(NameAddress value) {
    return new EditableAddress(value, false, true);
  }

  static EditableAddress read(String text) throws ServletParseException {
    if (text.strip().equals("*")) {
      return new EditableAddress(NameAddress.of(NOWHERE), true, false);
    }
    ParsedValue parsed = NameAddress.parse(text);
    if (parsed instanceof NameAddress address && address.uri() != null) {
      return of(address);
    }
    throw Uris.problem("address", text, parsed);
  }

  /** The address as it stands now, changes of its URI included. */
  NameAddress written() {
    if (uri != null && !fixed) {
      value = value.withUri(Uris.written(uri));
    }
    return value;
  }

  @Override
  public boolean isWildcard() {
    return wildcard;
  }

  @Override
  public @Nullable String getDisplayName() {
    return wildcard ? null : value.displayName();
  }

  @Override
  public void setDisplayName(@Nullable String name) {
    change(written().withDisplayName(name));
  }

  @Override
  public @Nullable URI getURI() {
    if (wildcard) {
      return null;
    }
    if (fixed || uri == null) {
      uri = Uris.editable(Objects.requireNonNullElse(value.uri(), NOWHERE));
    }
    return uri;
  }

  @Override
  public void setURI(URI changed) {
    Objects.requireNonNull(changed, "uri");
    change(value.withUri(Uris.written(changed)));
    wildcard = false;
    uri = changed;
  }

  @Override
  public String getValue() {
    if (wildcard) {
      return "*";
    }
    String whole = written().toString();
    String parameters = value.parameters().toString();
    return whole.substring(0, whole.length() - parameters.length()).strip();
  }

  @Override
  public void setValue(String text) {
    ParsedValue parsed = NameAddress.parse(Objects.requireNonNull(text, "value"));
    if (!(parsed instanceof NameAddress address) || address.uri() == null) {
      throw new IllegalArgumentException("'" + text + "' is no address.");
    }
    change(address);
    wildcard = false;
    uri = null;
  }

  @Override
  public @Nullable String getParameter(String name) {
    Objects.requireNonNull(name, "name");
    if (!value.parameters().has(name)) {
      return null;
    }
    return Objects.requireNonNullElse(value.parameters().unquoted(name), "");
  }

  @Override
  public void setParameter(String name, @Nullable String parameter) {
    Objects.requireNonNull(name, "name");
    if (parameter == null) {
      removeParameter(name);
    } else {
      change(written().withParameter(name, Tokens.quotedIfNeeded(parameter)));
    }
  }

  @Override
  public void removeParameter(String name) {
    change(written().withoutParameter(name));
  }

  @Override
  public Iterator<String> getParameterNames() {
    return ParameterNames.of(value.parameters());
  }

  @Override
  public Set<Map.Entry<String, String>> getParameters() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Parameter parameter : value.parameters()) {
      all.put(parameter.name(), Objects.requireNonNullElse(parameter.unquoted(), ""));
    }
    return all.entrySet();
  }

  @Override
  public int getExpires() {
    return Numbers.orMinusOne(getParameter("expires"));
  }

  @Override
  public void setExpires(int seconds) {
    setParameter("expires", seconds < 0 ? null : Integer.toString(seconds));
  }

  @Override
  public float getQ() {
    @Nullable String q = getParameter("q");
    try {
      return q == null ? -1 : Float.parseFloat(q);
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  @Override
  public void setQ(float q) {
    if (q == -1) {
      removeParameter("q");
    } else if (q >= 0 && q <= 1) {
      setParameter("q", String.format(Locale.ROOT, "%.3f", q).replaceAll("\\.?0+$", ""));
    } else {
      throw new IllegalArgumentException("q is " + q + "; it must be from 0.0 to 1.0.");
    }
  }

  private void change(NameAddress changed) {
    if (fixed) {
      throw new IllegalStateException("This address belongs to the container (JSR 289 §5.4).");
    }
    value = changed;
  }

  @Override
  public Object clone() {
    return new EditableAddress(written(), wildcard, false);
  }

  /** The same URI by its rules and the same parameters; the display name does not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EditableAddress that
        && wildcard == that.wildcard
        && Objects.equals(getURI(), that.getURI())
        && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return Objects.hash(getURI(), comparable());
  }

  private Map<String, String> comparable() {
    Map<String, String> all = new LinkedHashMap<>();
    getParameters()
        .forEach(each -> all.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
    return all;
  }

  @Override
  public String toString() {
    return wildcard ? "*" : written().toString();
  }
}
