// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.RuntimeGroup;

/**
 * A group or one of its instances as callers write it: {@code group} or {@code group[7]}.
 *
 * @param instance {@link RuntimeGroup#ITSELF} for the group
 */
record CfgName(String group, int instance) {
  private static final Pattern FORM = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d{1,9})])?");

  /** Null for anything else. */
  static @Nullable CfgName of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    String id = parts.group(2);
    return new CfgName(parts.group(1), id == null ? RuntimeGroup.ITSELF : Integer.parseInt(id));
  }

  boolean hasInstance() {
    return instance != RuntimeGroup.ITSELF;
  }
}
