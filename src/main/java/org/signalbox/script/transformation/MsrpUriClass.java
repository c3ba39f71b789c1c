// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalbox.script.Value;

/** Class {@code msrpuri}: the parts of a URI of RFC 4975 §6 (transformations.md §8). */
final class MsrpUriClass {
  private static final Pattern URI =
      Pattern.compile(
          "(?<scheme>(?i:msrps?))://(?:(?<userinfo>(?<user>[^@:/;]*)(?::[^@/;]*)?)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+\\]|[^\\[\\]:/;]+)(?::(?<port>[0-9]{1,5}))?"
              + "(?:/(?<session>[^;]*))?(?:;(?<params>(?<proto>[^;]*).*))?");

  private MsrpUriClass() {}

  static TransformationClass create() {
    NamedTransformations msrpuri = new NamedTransformations("msrpuri");
    part(msrpuri, "scheme");
    part(msrpuri, "user");
    part(msrpuri, "userinfo");
    part(msrpuri, "host");
    part(msrpuri, "port");
    part(msrpuri, "session");
    part(msrpuri, "proto");
    part(msrpuri, "params");
    return msrpuri;
  }

  private static void part(NamedTransformations msrpuri, String name) {
    msrpuri.plain(
        name,
        OnText.notEmpty(
            (text, frame) -> {
              Matcher matcher = URI.matcher(text);
              if (!matcher.matches()) {
                return frame.fail("invalid msrp uri [" + text + "]");
              }
              String part = matcher.group(name);
              return part == null ? Value.EMPTY : Value.of(part);
            }));
  }
}
