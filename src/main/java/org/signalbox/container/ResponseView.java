// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.PrintWriter;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.servlet.ServletOutputStream;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.ProxyBranch;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.jspecify.annotations.Nullable;

/** The parts of {@code SipServletResponse} that are the same for received and for own responses. */
abstract class ResponseView extends MessageView implements SipServletResponse {
  ResponseView(ContainerCore core) {
    super(core);
  }

  @Override
  boolean contactIsFree() {
    int status = getStatus();
    return getMethod().equals("REGISTER")
        || getMethod().equals("OPTIONS")
        || status / 100 == 3
        || status == 485;
  }

  /** Realms of the challenges in a 401 or 407 (RFC 3261 §22). */
  @Override
  public Iterator<String> getChallengeRealms() {
    List<String> realms = new ArrayList<>();
    List<String> challenges = new ArrayList<>(headers().all("WWW-Authenticate"));
    challenges.addAll(headers().all("Proxy-Authenticate"));
    for (String challenge : challenges) {
      @Nullable String realm = realm(challenge);
      if (realm != null) {
        realms.add(realm);
      }
    }
    return realms.iterator();
  }

  /** A challenge separates its parameters with commas: as semicolons they read like any other. */
  private static @Nullable String realm(String challenge) {
    int scheme = challenge.indexOf(' ');
    if (scheme < 0) {
      return null;
    }
    String[] parameters =
        challenge.substring(scheme + 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    try {
      return EditableParameterable.read("x;" + String.join(";", parameters)).getParameter("realm");
    } catch (ServletParseException malformed) {
      return null;
    }
  }

  @Override
  public void setCharacterEncoding(String name) {
    try {
      super.setCharacterEncoding(name);
    } catch (UnsupportedEncodingException unknown) {
      // ServletResponse declares this method without the checked exception
      throw new IllegalArgumentException(unknown.getMessage(), unknown);
    }
  }

  @Override
  public boolean isBranchResponse() {
    return false; // only proxies have branches
  }

  @Override
  public @Nullable Proxy getProxy() {
    return null;
  }

  @Override
  public @Nullable ProxyBranch getProxyBranch() {
    return null;
  }

  @Override
  public void sendReliably() {
    throw NotBuilt.refused("SipServletResponse.sendReliably (100rel, RFC 3262)");
  }

  @Override
  public SipServletRequest createPrack() {
    throw NotBuilt.refused("SipServletResponse.createPrack (100rel, RFC 3262)");
  }

  // Of the Servlet API: SIP carries no streams

  @Override
  public @Nullable ServletOutputStream getOutputStream() {
    return null;
  }

  @Override
  public @Nullable PrintWriter getWriter() {
    return null;
  }

  @Override
  public void setContentLengthLong(long length) {
    setContentLength((int) Math.min(length, Integer.MAX_VALUE));
  }

  @Override
  public int getBufferSize() {
    return 0;
  }

  @Override
  public void setBufferSize(int size) {
    requireUncommitted(); // nothing is buffered
  }

  @Override
  public void flushBuffer() {
    // nothing is buffered
  }

  @Override
  public void resetBuffer() {
    requireUncommitted();
  }

  @Override
  public void reset() {
    requireUncommitted();
  }

  @Override
  public Locale getLocale() {
    @Nullable Locale content = getContentLanguage();
    return content == null ? Locale.getDefault() : content;
  }

  @Override
  public void setLocale(Locale locale) {
    setContentLanguage(locale);
  }
}
