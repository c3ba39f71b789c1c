// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Objects;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipSessionsUtil;
import org.jspecify.annotations.Nullable;

/** Finds application sessions for whoever has an id or a key ({@code SipSessionsUtil}). */
record SessionLookup(SessionTable table) implements SipSessionsUtil {
  @Override
  public @Nullable SipApplicationSession getApplicationSessionById(String id) {
    return table.byId(Objects.requireNonNull(id, "id"));
  }

  @Override
  public @Nullable SipApplicationSession getApplicationSessionByKey(String key, boolean create) {
    return table.byKey(Objects.requireNonNull(key, "key"), create);
  }

  @Override
  public SipSession getCorrespondingSipSession(SipSession session, String header) {
    throw NotBuilt.refused("SipSessionsUtil.getCorrespondingSipSession");
  }
}
