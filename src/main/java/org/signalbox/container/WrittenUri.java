// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Collections;
import java.util.Iterator;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Uri;

/** A URI of a scheme whose parts mean nothing to SIP: it is kept as it was written. */
record WrittenUri(Uri uri) implements URI {
  @Override
  public String getScheme() {
    return uri.scheme();
  }

  @Override
  public boolean isSipURI() {
    return false;
  }

  @Override
  public @Nullable String getParameter(String name) {
    return null;
  }

  @Override
  public Iterator<String> getParameterNames() {
    return Collections.emptyIterator();
  }

  @Override
  public void setParameter(String name, String value) {
    throw NotBuilt.refused("URI.setParameter on a " + uri.scheme() + " URI");
  }

  @Override
  public void removeParameter(String name) {
    // it has none
  }

  @Override
  public URI clone() {
    return this; // immutable
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
