// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletContext;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.sip.Address;
import javax.servlet.sip.AuthInfo;
import javax.servlet.sip.B2buaHelper;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.URI;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.HeaderType;

/** The parts of {@code SipServletRequest} that are the same for received and for own requests. */
abstract class RequestView extends MessageView implements SipServletRequest {
  RequestView(ContainerCore core) {
    super(core);
  }

  @Override
  boolean contactIsFree() {
    return getMethod().equals("REGISTER");
  }

  @Override
  public int getMaxForwards() {
    return Numbers.orMinusOne(headers().first("Max-Forwards"));
  }

  @Override
  public void setMaxForwards(int hops) {
    if (hops < 0 || hops > 255) {
      throw new IllegalArgumentException("Max-Forwards is " + hops + "; it must be 0 to 255.");
    }
    requireUncommitted();
    writable().set(HeaderType.MAX_FORWARDS, "Max-Forwards", Integer.toString(hops));
  }

  // Of the Servlet API, as JSR 289 §4 gives it a meaning

  @Override
  public @Nullable ServletInputStream getInputStream() {
    return null; // SIP carries no streams
  }

  @Override
  public @Nullable BufferedReader getReader() {
    return null;
  }

  @Override
  public long getContentLengthLong() {
    return getContentLength();
  }

  @Override
  public String getScheme() {
    return getRequestURI().getScheme();
  }

  @Override
  public @Nullable String getServerName() {
    return getLocalAddr();
  }

  @Override
  public int getServerPort() {
    return getLocalPort();
  }

  @Override
  public @Nullable String getRemoteHost() {
    return getRemoteAddr(); // a reverse look-up would block
  }

  @Override
  public @Nullable String getLocalName() {
    return getLocalAddr();
  }

  @Override
  public Locale getLocale() {
    @Nullable Locale preferred = getAcceptLanguage();
    return preferred == null ? Locale.getDefault() : preferred;
  }

  @Override
  public Enumeration<Locale> getLocales() {
    List<Locale> all = new ArrayList<>();
    getAcceptLanguages().forEachRemaining(all::add);
    return Collections.enumeration(all.isEmpty() ? List.of(Locale.getDefault()) : all);
  }

  @Override
  public @Nullable String getParameter(String name) {
    return getRequestURI().getParameter(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    @Nullable String value = getParameter(name);
    return value == null ? null : new String[] {value};
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = new LinkedHashMap<>();
    URI uri = getRequestURI();
    for (Iterator<String> names = uri.getParameterNames(); names.hasNext(); ) {
      String name = names.next();
      all.put(name, new String[] {String.valueOf(uri.getParameter(name))});
    }
    return Collections.unmodifiableMap(all);
  }

  @Override
  public ServletContext getServletContext() {
    return core.context();
  }

  @Override
  public @Nullable RequestDispatcher getRequestDispatcher(String path) {
    return null; // JSR 289 §7.1.5: only named dispatchers mean something
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // what is deprecated is the API's, not ours
  public @Nullable String getRealPath(String path) {
    return null;
  }

  @Override
  public AsyncContext startAsync() {
    throw NotBuilt.refused("ServletRequest.startAsync (any thread may answer a SIP request)");
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return startAsync();
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public boolean isAsyncSupported() {
    return false;
  }

  @Override
  public AsyncContext getAsyncContext() {
    throw new IllegalStateException("The request is not in asynchronous mode.");
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  // Application composition: there is one application and no router

  @Override
  public SipApplicationRoutingRegion getRegion() {
    return SipApplicationRoutingRegion.NEUTRAL_REGION;
  }

  @Override
  public @Nullable URI getSubscriberURI() {
    return null;
  }

  @Override
  public SipApplicationRoutingDirective getRoutingDirective() {
    return SipApplicationRoutingDirective.NEW;
  }

  @Override
  public void setRoutingDirective(
      SipApplicationRoutingDirective directive, SipServletRequest original) {
    throw NotBuilt.refused("SipServletRequest.setRoutingDirective");
  }

  @Override
  public @Nullable Address getPoppedRoute() {
    return null; // the container leaves Route as it came
  }

  @Override
  public @Nullable Address getInitialPoppedRoute() {
    return null;
  }

  // Not there yet

  @Override
  public B2buaHelper getB2buaHelper() {
    throw NotBuilt.refused("SipServletRequest.getB2buaHelper");
  }

  @Override
  public Proxy getProxy() {
    throw NotBuilt.refused("SipServletRequest.getProxy");
  }

  @Override
  public @Nullable Proxy getProxy(boolean create) {
    if (create) {
      throw NotBuilt.refused("SipServletRequest.getProxy");
    }
    return null;
  }

  @Override
  public void pushPath(Address path) {
    throw NotBuilt.refused("SipServletRequest.pushPath");
  }

  @Override
  public void addAuthHeader(SipServletResponse challenge, AuthInfo login) {
    throw NotBuilt.refused("SipServletRequest.addAuthHeader");
  }

  @Override
  public void addAuthHeader(SipServletResponse challenge, String user, String password) {
    throw NotBuilt.refused("SipServletRequest.addAuthHeader");
  }
}
