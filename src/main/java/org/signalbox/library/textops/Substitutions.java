// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.NotationException;
import org.signalbox.script.Substitution;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.Header;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/** {@code /expression/replacement/flags} in the message, in its request URI and in texts. */
final class Substitutions {
  private Substitutions() {}

  private static Substitution substitution(Arguments arguments, int index) {
    try {
      return Substitution.parse(arguments.constant(index), arguments.resolver());
    } catch (NotationException e) {
      throw new Unresolvable(e.reason());
    }
  }

  static Preparation in(Stretch.Choice choice) {
    return arguments -> {
      Substitution substitution = substitution(arguments, 0);
      return frame -> changed(choice.of(frame), substitution, frame) ? 1 : -1;
    };
  }

  private static boolean changed(Stretch stretch, Substitution substitution, Frame frame) {
    boolean any = false;
    for (Substitution.Change change : substitution.changes(stretch.text(), frame)) {
      any |= stretch.replace(change.from(), change.to(), change.text());
    }
    return any;
  }

  /** {@code subst_hf(name, substitution, "a" | "f" | "l")}: in the values. */
  static FunctionCall inHeaders(Arguments arguments) {
    String name = HeaderNameArgument.name(arguments, 0);
    Substitution substitution = substitution(arguments, 1);
    Occurrence which = Occurrence.of(arguments, 2);
    return frame -> {
      SipMessage message = frame.message();
      boolean any = false;
      for (Header header : which.of(message.headers(name))) {
        Octets value = header.octets();
        int end = value.offset() + value.length();
        any |= changed(Stretch.of(message, value.offset(), end), substitution, frame);
      }
      return any ? 1 : -1;
    };
  }

  /** In the request URI as it stands; the result shows at once. */
  static FunctionCall inUri(Arguments arguments) {
    Substitution substitution = substitution(arguments, 0);
    return frame -> {
      String changed = changed(RequestTarget.ruri(frame), substitution, frame);
      return changed != null && changeUri(frame, changed) ? 1 : -1;
    };
  }

  /** The same in its user alone. */
  static FunctionCall inUser(Arguments arguments) {
    Substitution substitution = substitution(arguments, 0);
    return frame -> {
      UriText uri = UriText.parse(RequestTarget.ruri(frame));
      String user = uri == null ? null : changed(uri.user(), substitution, frame);
      return uri != null && user != null && changeUri(frame, uri.withUser(user)) ? 1 : -1;
    };
  }

  private static boolean changeUri(Frame frame, String uri) {
    if (!(frame.message() instanceof SipRequest)) {
      return false;
    }
    if (UriText.parse(uri) == null) {
      frame.error("<" + uri + "> is no URI to send a request to");
      return false;
    }
    RequestTarget.of(frame).ruri(uri);
    return true;
  }

  /** {@code subst_v(text, substitution, variable)}. */
  static FunctionCall intoVariable(Arguments arguments) {
    Arguments.ShownArgument text = arguments.shown(0);
    Substitution substitution = substitution(arguments, 1);
    Variable.Writable target = arguments.writable(2);
    return frame -> {
      String changed = changed(text.value(frame), substitution, frame);
      return changed != null && target.assign(frame, changed) ? 1 : -1;
    };
  }

  /** The text with its changes; null when nothing matches. */
  private static @Nullable String changed(String text, Substitution substitution, Frame frame) {
    List<Substitution.Change> changes = substitution.changes(text, frame);
    if (changes.isEmpty()) {
      return null;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    int done = 0;
    for (Substitution.Change change : changes) {
      out.append(text, done, change.from()).append(change.text());
      done = change.to();
    }
    return out.append(text, done, text.length()).toString();
  }
}
