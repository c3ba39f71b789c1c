// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Keepalive;

/** All destinations after a given one, read a page at a time so that nothing big is copied. */
final class DestinationWalk implements Iterator<DestinationStatus> {
  private final Keepalive keepalive;
  private final int stride;
  private Iterator<DestinationStatus> page;
  private long last;

  /**
   * @param after begins behind the destination with this id
   * @param stride how many to read at once
   */
  DestinationWalk(Keepalive keepalive, long after, int stride) {
    this.keepalive = keepalive;
    this.stride = stride;
    this.last = after;
    this.page = keepalive.page(after, stride).iterator();
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext()) {
      page = keepalive.page(last, stride).iterator();
    }
    return page.hasNext();
  }

  @Override
  public DestinationStatus next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    DestinationStatus next = page.next();
    last = next.id();
    return next;
  }
}
