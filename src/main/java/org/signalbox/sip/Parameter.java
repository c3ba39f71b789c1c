// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * One parameter of a URI or a header value.
 *
 * @param name as it was written
 * @param value as it was written, a quoted string with its quotes; null without an equals sign
 */
public record Parameter(String name, @Nullable String value) {

  /** The value without the quotes and backslashes of a quoted string; null without a value. */
  public @Nullable String unquoted() {
    return value == null ? null : Quoted.unquote(value);
  }
}
