// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sanity;

import static org.signalbox.module.Functions.REQUEST_REPLY;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.ModuleException;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Replies;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;

/** The export table of {@code sanity} (modules.md §6). */
public final class SanityModule implements SignalboxModule {
  /** What is checked unless a call says otherwise: bits of {@link Checks}. */
  public static final Parameter<Long> DEFAULT_CHECKS = Parameter.integer("default_checks", 3047);

  /** Which URIs are read: 1 the request URI, 2 From, 4 To, 8 Contact. */
  public static final Parameter<Long> URI_CHECKS = Parameter.integer("uri_checks", 7);

  /** Extensions that Proxy-Require may name, with commas between them. */
  public static final Parameter<String> PROXY_REQUIRE = Parameter.text("proxy_require", "");

  /** Whether a failed check ends the script. */
  public static final Parameter<Boolean> AUTODROP = Parameter.flag("autodrop", true);

  /** Whether the reply to a failed check waits for {@code sanity_reply}. */
  public static final Parameter<Boolean> NOREPLY = Parameter.flag("noreply", false);

  private final Port<Replies> replies = Port.to(Replies.class);
  private final Inspection inspection = new Inspection(replies);
  private ParameterValues parameters = ParameterValues.DEFAULTS;

  @Override
  public String name() {
    return "sanity";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(DEFAULT_CHECKS, URI_CHECKS, PROXY_REQUIRE, AUTODROP, NOREPLY)
        .functions(
            Functions.plain("sanity_check", REQUEST_REPLY, inspection::usual),
            Functions.of("sanity_check", REQUEST_REPLY, this::check, INTEGER),
            Functions.of("sanity_check", REQUEST_REPLY, this::check, INTEGER, INTEGER),
            Functions.plain("sanity_reply", REQUEST_REPLY, inspection::reply))
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
    inspection.configure(given);
  }

  @Override
  public void start(Bindings bindings) {
    replies.connectIfThere(bindings);
    if (!replies.connected()) {
      throw new ModuleException("it answers through the module sl, which the file does not load");
    }
  }

  private FunctionCall check(Arguments arguments) {
    Arguments.IntegerArgument checks = arguments.integer(0);
    if (arguments.count() == 1) {
      return frame -> inspection.of(frame, checks.value(frame, 0), parameters.value(URI_CHECKS));
    }
    Arguments.IntegerArgument uris = arguments.integer(1);
    return frame -> inspection.of(frame, checks.value(frame, 0), uris.value(frame, 0));
  }
}
