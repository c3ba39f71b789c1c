// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.EventListener;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.Filter;
import javax.servlet.FilterRegistration;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;
import javax.servlet.SessionCookieConfig;
import javax.servlet.SessionTrackingMode;
import javax.servlet.descriptor.JspConfigDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ServletContext} of a SIP application: attributes, parameters, resources and named
 * dispatchers; everything that belongs to HTTP refuses by name.
 *
 * <p>Thread-safe.
 */
@SuppressWarnings("InlineMeSuggester") // what is deprecated here is the API's, not ours
final class ApplicationContext implements ServletContext {
  private final SipApplication application;
  private final ContainerPorts ports;
  private final Listeners listeners;
  private final ServletTable servlets;
  private final Map<String, Object> attributes = new ConcurrentHashMap<>();
  private final Map<String, String> added = new ConcurrentHashMap<>();

  ApplicationContext(
      SipApplication application,
      ContainerPorts ports,
      Listeners listeners,
      ServletTable servlets) {
    this.application = application;
    this.ports = ports;
    this.listeners = listeners;
    this.servlets = servlets;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(Set.copyOf(attributes.keySet()));
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
      return;
    }
    @Nullable Object before = attributes.put(name, value);
    listeners.contextAttributeSet(this, name, before, value);
  }

  @Override
  public void removeAttribute(String name) {
    @Nullable Object before = attributes.remove(name);
    if (before != null) {
      listeners.contextAttributeRemoved(this, name, before);
    }
  }

  @Override
  public @Nullable String getInitParameter(String name) {
    Objects.requireNonNull(name, "name");
    @Nullable String declared = application.contextParameters().get(name);
    return declared == null ? added.get(name) : declared;
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    Set<String> names = new LinkedHashSet<>(application.contextParameters().keySet());
    names.addAll(added.keySet());
    return Collections.enumeration(names);
  }

  @Override
  public boolean setInitParameter(String name, String value) {
    return !application.contextParameters().containsKey(name)
        && added.putIfAbsent(name, value) == null;
  }

  @Override
  public @Nullable URL getResource(String path) throws MalformedURLException {
    return ports.resources().resource(path);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String path) {
    try {
      @Nullable URL found = ports.resources().resource(path);
      return found == null ? null : found.openStream();
    } catch (IOException unreadable) {
      return null; // the API has no other way to say so
    }
  }

  @Override
  public @Nullable Set<String> getResourcePaths(String directory) {
    return ports.resources().paths(directory);
  }

  @Override
  public @Nullable String getRealPath(String path) {
    return null; // a WAR need not be unpacked
  }

  @Override
  public @Nullable RequestDispatcher getNamedDispatcher(String servlet) {
    ServletTable.@Nullable HeldServlet target = servlets.named(servlet);
    return target == null ? null : new NamedDispatcher(target, this);
  }

  @Override
  public @Nullable RequestDispatcher getRequestDispatcher(String path) {
    return null; // JSR 289 §7.1.5: SIP resources have no paths
  }

  @Override
  public void log(String message) {
    ContainerLog.LOG.fromServlet(application.name(), message);
  }

  @Override
  public void log(String message, Throwable thrown) {
    ContainerLog.LOG.complaint(application.name(), message, thrown);
  }

  @Override
  @Deprecated
  public void log(Exception thrown, String message) {
    log(message, thrown);
  }

  @Override
  public String getServletContextName() {
    return application.displayName();
  }

  @Override
  public String getServerInfo() {
    return "Signalbox/SIP Servlet 1.1";
  }

  @Override
  public int getMajorVersion() {
    return 4;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public int getEffectiveMajorVersion() {
    return 4;
  }

  @Override
  public int getEffectiveMinorVersion() {
    return 0;
  }

  @Override
  public ClassLoader getClassLoader() {
    return ports.loader();
  }

  @Override
  public String getContextPath() {
    return ""; // paths belong to HTTP
  }

  @Override
  public @Nullable ServletContext getContext(String path) {
    return null; // other applications are out of reach
  }

  @Override
  public @Nullable String getMimeType(String file) {
    return URLConnection.guessContentTypeFromName(file);
  }

  @Override
  public String getVirtualServerName() {
    return application.name();
  }

  @Override
  public int getSessionTimeout() {
    return (int) application.sessionTimeout().toMinutes();
  }

  @Override
  @Deprecated
  public @Nullable Servlet getServlet(String name) {
    return null; // as the Servlet API asks since 2.1
  }

  @Override
  @Deprecated
  public Enumeration<Servlet> getServlets() {
    return Collections.emptyEnumeration();
  }

  @Override
  @Deprecated
  public Enumeration<String> getServletNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public ServletRegistration.Dynamic addServlet(String name, String className) {
    throw NotBuilt.refused("ServletContext.addServlet");
  }

  @Override
  public ServletRegistration.Dynamic addServlet(String name, Servlet servlet) {
    throw NotBuilt.refused("ServletContext.addServlet");
  }

  @Override
  public ServletRegistration.Dynamic addServlet(String name, Class<? extends Servlet> type) {
    throw NotBuilt.refused("ServletContext.addServlet");
  }

  @Override
  public ServletRegistration.Dynamic addJspFile(String name, String file) {
    throw NotBuilt.refused("ServletContext.addJspFile");
  }

  @Override
  public <T extends Servlet> T createServlet(Class<T> type) {
    throw NotBuilt.refused("ServletContext.createServlet");
  }

  @Override
  public ServletRegistration getServletRegistration(String name) {
    throw NotBuilt.refused("ServletContext.getServletRegistration");
  }

  @Override
  public Map<String, ? extends ServletRegistration> getServletRegistrations() {
    throw NotBuilt.refused("ServletContext.getServletRegistrations");
  }

  @Override
  public FilterRegistration.Dynamic addFilter(String name, String className) {
    throw NotBuilt.refused("ServletContext.addFilter");
  }

  @Override
  public FilterRegistration.Dynamic addFilter(String name, Filter filter) {
    throw NotBuilt.refused("ServletContext.addFilter");
  }

  @Override
  public FilterRegistration.Dynamic addFilter(String name, Class<? extends Filter> type) {
    throw NotBuilt.refused("ServletContext.addFilter");
  }

  @Override
  public <T extends Filter> T createFilter(Class<T> type) {
    throw NotBuilt.refused("ServletContext.createFilter");
  }

  @Override
  public FilterRegistration getFilterRegistration(String name) {
    throw NotBuilt.refused("ServletContext.getFilterRegistration");
  }

  @Override
  public Map<String, ? extends FilterRegistration> getFilterRegistrations() {
    throw NotBuilt.refused("ServletContext.getFilterRegistrations");
  }

  @Override
  public SessionCookieConfig getSessionCookieConfig() {
    throw NotBuilt.refused("ServletContext.getSessionCookieConfig");
  }

  @Override
  public void setSessionTrackingModes(Set<SessionTrackingMode> modes) {
    throw NotBuilt.refused("ServletContext.setSessionTrackingModes");
  }

  @Override
  public Set<SessionTrackingMode> getDefaultSessionTrackingModes() {
    throw NotBuilt.refused("ServletContext.getDefaultSessionTrackingModes");
  }

  @Override
  public Set<SessionTrackingMode> getEffectiveSessionTrackingModes() {
    throw NotBuilt.refused("ServletContext.getEffectiveSessionTrackingModes");
  }

  @Override
  public void addListener(String className) {
    throw NotBuilt.refused("ServletContext.addListener");
  }

  @Override
  public <T extends EventListener> void addListener(T listener) {
    throw NotBuilt.refused("ServletContext.addListener");
  }

  @Override
  public void addListener(Class<? extends EventListener> type) {
    throw NotBuilt.refused("ServletContext.addListener");
  }

  @Override
  public <T extends EventListener> T createListener(Class<T> type) {
    throw NotBuilt.refused("ServletContext.createListener");
  }

  @Override
  public JspConfigDescriptor getJspConfigDescriptor() {
    throw NotBuilt.refused("ServletContext.getJspConfigDescriptor");
  }

  @Override
  public void declareRoles(String... roles) {
    throw NotBuilt.refused("ServletContext.declareRoles");
  }

  @Override
  public void setSessionTimeout(int minutes) {
    throw NotBuilt.refused("ServletContext.setSessionTimeout");
  }

  @Override
  public String getRequestCharacterEncoding() {
    throw NotBuilt.refused("ServletContext.getRequestCharacterEncoding");
  }

  @Override
  public void setRequestCharacterEncoding(String encoding) {
    throw NotBuilt.refused("ServletContext.setRequestCharacterEncoding");
  }

  @Override
  public String getResponseCharacterEncoding() {
    throw NotBuilt.refused("ServletContext.getResponseCharacterEncoding");
  }

  @Override
  public void setResponseCharacterEncoding(String encoding) {
    throw NotBuilt.refused("ServletContext.setResponseCharacterEncoding");
  }
}
