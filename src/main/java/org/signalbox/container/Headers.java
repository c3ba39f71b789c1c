// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header fields of a message as an application reads them, wherever they are kept. */
interface Headers {

  /** The value of the first field of this name, long or compact, in any case; null without one. */
  @Nullable String first(String name);

  /** Every value of this name in message order, lists taken apart at their commas. */
  List<String> all(String name);

  /** Each name once, in the order of their first field. */
  List<String> names();
}
