// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The classes that Kamailio's modules bring, by module; each module here exports its own. */
public final class TransformationClasses {
  private TransformationClasses() {}

  /** Those of {@code pv}; {@code s.ftime} writes times in the zone. */
  public static List<TransformationClass> pv(ZoneId zone) {
    return List.of(
        StringClass.in(zone),
        UriClass.create(),
        ParamClass.create(),
        NameAddrClass.create(),
        ToBodyClass.create(),
        LineClass.create(),
        UriAliasClass.create(),
        ValClass.create(),
        NumClass.create());
  }

  /** Class {@code re} of {@code textops}. */
  public static TransformationClass textops() {
    return ReClass.create();
  }

  /** Class {@code sql} of {@code sqlops}. */
  public static TransformationClass sqlops() {
    return SqlClass.create();
  }

  /**
   * Class {@code sock} of {@code corex}.
   *
   * @param protocols what the server speaks, as {@code udp}; other names make a value malformed
   */
  public static TransformationClass corex(Set<String> protocols) {
    return SockClass.speaking(protocols);
  }

  /** Class {@code msrpuri} of {@code msrp}. */
  public static TransformationClass msrp() {
    return MsrpUriClass.create();
  }

  /** Class {@code url} of {@code xhttp}. */
  public static TransformationClass xhttp() {
    return UrlClass.create();
  }

  /** Class {@code json} of {@code json}. */
  public static TransformationClass json() {
    return JsonClass.create();
  }
}
