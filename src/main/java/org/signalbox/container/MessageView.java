// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Objects;
import javax.servlet.sip.Address;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.NameAddress;

/**
 * What requests and responses have in common: headers and content. Nothing is read before somebody
 * asks.
 *
 * <p>One thread at a time, as the message below it.
 */
abstract class MessageView extends MessageEnvelope {
  private static final NameAddress NOBODY = NameAddress.of("<sip:anonymous@anonymous.invalid>");

  private HeaderForm form = HeaderForm.DEFAULT;
  private byte @Nullable [] content;
  private @Nullable String charset;

  MessageView(ContainerCore core) {
    super(core);
  }

  /** The header fields to read. */
  abstract Headers headers();

  /** The header fields to change. */
  abstract HeaderList writable();

  /** The list that holds a header of this name to be sent; null when it is not ours to send. */
  abstract @Nullable HeaderList live(String name);

  /** The body as it came; empty for a message made here. */
  abstract byte[] receivedContent();

  abstract @Nullable NameAddress from();

  abstract @Nullable NameAddress to();

  /** Whether Contact is the application's own in this message. */
  abstract boolean contactIsFree();

  /** The list to change a header in, when the application may. */
  private HeaderList changing(HeaderType type) {
    requireUncommitted();
    SystemHeaders.requireWritable(type, contactIsFree());
    return writable();
  }

  private void set(String name, Object value) {
    HeaderType type = HeaderType.of(Objects.requireNonNull(name, "name"));
    changing(type).set(type, name, value);
  }

  private void add(String name, Object value, boolean first) {
    HeaderType type = HeaderType.of(Objects.requireNonNull(name, "name"));
    HeaderList list = changing(type);
    if (first) {
      list.addFirst(type, name, value);
    } else {
      list.add(type, name, value);
    }
  }

  void requireUncommitted() {
    if (isCommitted()) {
      throw new IllegalStateException("The message is committed: it can no longer be changed.");
    }
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers().first(Objects.requireNonNull(name, "name"));
  }

  @Override
  public ListIterator<String> getHeaders(String name) {
    return List.copyOf(headers().all(Objects.requireNonNull(name, "name"))).listIterator();
  }

  @Override
  public Iterator<String> getHeaderNames() {
    return headers().names().iterator();
  }

  @Override
  public void setHeader(String name, String value) {
    Objects.requireNonNull(value, "value");
    SystemHeaders.requireOneLine(name, value);
    set(name, value);
  }

  @Override
  public void addHeader(String name, String value) {
    Objects.requireNonNull(value, "value");
    SystemHeaders.requireOneLine(name, value);
    add(name, value, false);
  }

  @Override
  public void removeHeader(String name) {
    HeaderType type = HeaderType.of(Objects.requireNonNull(name, "name"));
    changing(type).remove(type, name);
  }

  @Override
  public @Nullable Address getAddressHeader(String name) throws ServletParseException {
    List<EditableAddress> all = addresses(name);
    return all.isEmpty() ? null : all.get(0);
  }

  @Override
  public ListIterator<Address> getAddressHeaders(String name) throws ServletParseException {
    return List.<Address>copyOf(addresses(name)).listIterator();
  }

  private List<EditableAddress> addresses(String name) throws ServletParseException {
    Objects.requireNonNull(name, "name");
    @Nullable HeaderList live = isCommitted() ? null : live(name);
    if (live != null) {
      return live.addresses(name);
    }
    List<EditableAddress> all = new ArrayList<>();
    for (String value : headers().all(name)) {
      all.add(EditableAddress.read(value));
    }
    return all;
  }

  @Override
  public void setAddressHeader(String name, Address address) {
    set(name, own(address));
  }

  @Override
  public void addAddressHeader(String name, Address address, boolean first) {
    add(name, own(address), first);
  }

  private static Object own(Address address) {
    return address instanceof EditableAddress ? address : address.toString();
  }

  @Override
  public @Nullable Parameterable getParameterableHeader(String name) throws ServletParseException {
    ListIterator<? extends Parameterable> all = getParameterableHeaders(name);
    return all.hasNext() ? all.next() : null;
  }

  @Override
  public ListIterator<? extends Parameterable> getParameterableHeaders(String name)
      throws ServletParseException {
    List<Parameterable> all = new ArrayList<>();
    for (String value : headers().all(name)) {
      all.add(EditableParameterable.read(value));
    }
    return all.listIterator();
  }

  @Override
  public void setParameterableHeader(String name, Parameterable value) {
    set(name, value.toString());
  }

  @Override
  public void addParameterableHeader(String name, Parameterable value, boolean first) {
    add(name, value.toString(), first);
  }

  @Override
  public HeaderForm getHeaderForm() {
    return form;
  }

  @Override
  public void setHeaderForm(HeaderForm wanted) {
    form = Objects.requireNonNull(wanted, "form");
  }

  boolean compact() {
    return form == HeaderForm.COMPACT;
  }

  @Override
  public Address getFrom() {
    return EditableAddress.fixed(Objects.requireNonNullElse(from(), NOBODY));
  }

  @Override
  public Address getTo() {
    return EditableAddress.fixed(Objects.requireNonNullElse(to(), NOBODY));
  }

  @Override
  public String getCallId() {
    return Objects.requireNonNullElse(headers().first("Call-ID"), "");
  }

  @Override
  public String getProtocol() {
    return "SIP/2.0";
  }

  @Override
  public int getExpires() {
    return Numbers.orMinusOne(headers().first("Expires"));
  }

  @Override
  public void setExpires(int seconds) {
    if (seconds < 0) {
      removeHeader("Expires");
    } else {
      setHeader("Expires", Integer.toString(seconds));
    }
  }

  // Content

  @Override
  public byte @Nullable [] getRawContent() {
    byte[] bytes = content == null ? receivedContent() : content;
    return bytes.length == 0 ? null : bytes.clone();
  }

  /** The bytes to send; empty without content. */
  byte[] contentToSend() {
    return content == null ? receivedContent() : content;
  }

  @Override
  public @Nullable Object getContent() throws UnsupportedEncodingException {
    byte @Nullable [] bytes = getRawContent();
    return bytes == null ? null : contentType().decoded(bytes, getCharacterEncoding());
  }

  @Override
  public void setContent(Object changed, String contentType) throws UnsupportedEncodingException {
    Objects.requireNonNull(changed, "content");
    Objects.requireNonNull(contentType, "contentType");
    requireUncommitted();
    SystemHeaders.requireOneLine("Content-Type", contentType);
    @Nullable String named = new ContentType(contentType).charset();
    content = ContentType.encoded(changed, named == null ? charset : named);
    writable().set(HeaderType.CONTENT_TYPE, "Content-Type", contentType);
  }

  @Override
  public int getContentLength() {
    return contentToSend().length;
  }

  @Override
  public void setContentLength(int length) {
    requireUncommitted(); // the length written is always that of the content
  }

  @Override
  public @Nullable String getContentType() {
    return headers().first("Content-Type");
  }

  @Override
  public void setContentType(String type) {
    setHeader("Content-Type", type);
  }

  private ContentType contentType() {
    return new ContentType(Objects.requireNonNullElse(getContentType(), ""));
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return charset == null ? contentType().charset() : charset;
  }

  @Override
  public void setCharacterEncoding(String name) throws UnsupportedEncodingException {
    charset = ContentType.named(name).name();
  }

  // Languages

  @Override
  public @Nullable Locale getAcceptLanguage() {
    Iterator<Locale> all = getAcceptLanguages();
    return all.hasNext() ? all.next() : null;
  }

  @Override
  public Iterator<Locale> getAcceptLanguages() {
    return Languages.ofValues(headers().all("Accept-Language")).iterator();
  }

  @Override
  public void setAcceptLanguage(Locale locale) {
    setHeader("Accept-Language", locale.toLanguageTag());
  }

  @Override
  public void addAcceptLanguage(Locale locale) {
    addHeader("Accept-Language", locale.toLanguageTag());
  }

  @Override
  public @Nullable Locale getContentLanguage() {
    List<Locale> all = Languages.ofValues(headers().all("Content-Language"));
    return all.isEmpty() ? null : all.get(0);
  }

  @Override
  public void setContentLanguage(Locale locale) {
    setHeader("Content-Language", locale.toLanguageTag());
  }
}
