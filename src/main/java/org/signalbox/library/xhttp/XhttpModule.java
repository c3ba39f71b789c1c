// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.xhttp;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Globals;
import org.signalbox.routing.HttpReplies;
import org.signalbox.routing.Routing;
import org.signalbox.routing.StatelessReplies;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.transformation.TransformationClasses;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.SipRequest;
import org.signalbox.transport.MessageSender;

/** The export table of {@code xhttp} (rpc.md §3.4). */
public final class XhttpModule implements SignalboxModule {
  /** Only requests whose URL matches run the event route; empty for all. */
  public static final Parameter<String> URL_MATCH =
      Parameter.text("url_match", "", XhttpModule::problem);

  /** Requests whose URL matches do not run it; asked first. Empty for none. */
  public static final Parameter<String> URL_SKIP =
      Parameter.text("url_skip", "", XhttpModule::problem);

  private final HttpAnswers answers = new HttpAnswers();
  private ParameterValues parameters = ParameterValues.DEFAULTS;

  @Override
  public String name() {
    return "xhttp";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .needs("sl")
        .parameters(URL_MATCH, URL_SKIP)
        .functions(Functions.of("xhttp_reply", REQUEST, this::reply, INTEGER, TEXT, TEXT, TEXT))
        .variables(VariableTable.builder().text("hu", XhttpModule::url).build())
        .transformations(TransformationClasses.xhttp())
        .eventRoutes(HttpRequests.EVENT)
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
    bindings.bind(HttpReplies.class, answers);
  }

  @Override
  public void start(Bindings bindings) {
    answers.connect(
        bindings.require(MessageSender.class),
        bindings.require(Globals.class),
        bindings.require(StatelessReplies.class));
    Routing routing = bindings.require(Routing.class);
    routing.http(
        new HttpRequests(
            routing, answers, parameters.value(URL_MATCH), parameters.value(URL_SKIP)));
  }

  private FunctionCall reply(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    Arguments.TextArgument reason = arguments.text(1);
    Arguments.TextArgument type = arguments.text(2);
    Arguments.TextArgument body = arguments.text(3);
    return frame ->
        answers.reply(
            frame,
            (int) code.value(frame, 500),
            orEmpty(reason.value(frame)),
            orEmpty(type.value(frame)),
            orEmpty(body.value(frame)).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** {@code $hu}: the URL of an HTTP request. */
  private static @Nullable String url(Frame frame) {
    SipRequest request = HttpAnswers.request(frame);
    return request == null ? null : WireText.of(request.requestUriOctets());
  }

  private static @Nullable String problem(String expression) {
    try {
      PosixPattern.compile(expression, false);
      return null;
    } catch (PatternSyntaxException e) {
      return "bad regular expression: " + e.getDescription();
    }
  }
}
