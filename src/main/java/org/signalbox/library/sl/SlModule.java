// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

import org.signalbox.module.Exports;
import org.signalbox.module.Parameter;
import org.signalbox.module.SignalboxModule;

/** The export table of {@code sl} (modules.md §1). */
public final class SlModule implements SignalboxModule {
  /** The code of a reply whose code cannot be told. */
  public static final Parameter<Long> DEFAULT_CODE = Parameter.integer("default_code", 500);

  /** The reason of a reply whose reason cannot be told. */
  public static final Parameter<String> DEFAULT_REASON =
      Parameter.text("default_reason", "Internal Server Error");

  /** Whether {@code send_reply} answers through a transaction where there is one. */
  public static final Parameter<Boolean> BIND_TM = Parameter.flag("bind_tm", true);

  /** What a redirect's Contact carries: bit 1 the path, bit 2 flags. */
  public static final Parameter<Long> RICH_REDIRECT = Parameter.integer("rich_redirect", 0);

  @Override
  public String name() {
    return "sl";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(DEFAULT_CODE, DEFAULT_REASON, BIND_TM, RICH_REDIRECT)
        .eventRoutes("sl:filtered-ack", "sl:local-response")
        .build();
  }
}
