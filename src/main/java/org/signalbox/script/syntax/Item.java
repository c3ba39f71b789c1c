// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Span;

/** One item of the top level of a file (script.md §4, §5). */
public sealed interface Item {

  /** Where it stands. */
  Span span();

  /** {@code name = value}. */
  record Setting(Span span, Span nameSpan, String name, Literal value) implements Item {}

  /** One address of {@code listen=} or one {@code socket={...}}. */
  record Listen(
      Span span,
      Endpoint endpoint,
      int lastPort,
      @Nullable Endpoint advertised,
      @Nullable String name,
      boolean virtual,
      int workers)
      implements Item {}

  /** One name of {@code alias=}. */
  record Alias(Span span, Endpoint endpoint) implements Item {}

  /** {@code loadmodule}; {@code expand} when variables in the name have to be replaced. */
  record LoadModule(Span span, String name, boolean expand) implements Item {}

  /** Where modules are looked for. */
  record LoadPath(Span span, String path) implements Item {}

  /** {@code modparam}; {@code expand} for {@code modparamx}. */
  record ModuleParameter(
      Span span,
      Span modulesSpan,
      String modules,
      Span nameSpan,
      String name,
      Literal value,
      boolean expand)
      implements Item {}

  /** One name of {@code flags}; the number is -1 where the file gives none. */
  record Flag(Span span, String name, int number) implements Item {}

  /** {@code group.name = value} or {@code group[instance].name = value}. */
  record Global(
      Span span,
      String group,
      int instance,
      String name,
      Literal value,
      @Nullable String description)
      implements Item {}

  /** A route block. */
  record Route(Span span, BlockKind kind, String name, List<Statement> body) implements Item {
    public Route {
      body = List.copyOf(body);
    }
  }

  /**
   * {@code [protocol:]host[:port]}.
   *
   * @param protocol in lower case; {@code *} for UDP and TCP; empty when not given
   * @param hosts one host, or those of a multi-homed list
   * @param port -1 when not given
   */
  record Endpoint(Span span, String protocol, List<String> hosts, int port) {
    public Endpoint {
      hosts = List.copyOf(hosts);
    }
  }

  /** A value in the global part. */
  sealed interface Literal {
    /** Where it stands. */
    Span span();

    /** A number. */
    record Numeral(Span span, long value) implements Literal {}

    /** A quoted text. */
    record Text(Span span, String value) implements Literal {}

    /** A bare word. */
    record Word(Span span, String value) implements Literal {}

    /** A variable, as {@code modparamx} takes one. */
    record Variable(Span span, String text) implements Literal {}
  }
}
