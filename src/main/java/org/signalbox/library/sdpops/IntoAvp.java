// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** Puts parts of a session description into an AVP: 1, or less than 0. */
final class IntoAvp {
  private static final int DONE = 1;
  private static final int FAILED = -1;
  private static final int DIFFERENT = -2;

  private IntoAvp() {}

  static FunctionCall body(Arguments arguments) {
    return calling(arguments, (frame, sdp, target) -> write(frame, target, sdp.text()));
  }

  /** -2 when the streams have different ones. */
  static FunctionCall transport(Arguments arguments) {
    return calling(
        arguments,
        (frame, sdp, target) -> {
          long different = sdp.streams().stream().map(MediaStream::transport).distinct().count();
          if (different > 1) {
            return DIFFERENT;
          }
          return different == 0 ? FAILED : write(frame, target, sdp.streams().get(0).transport());
        });
  }

  static FunctionCall line(Arguments arguments) {
    Arguments.TextArgument prefix = arguments.text(1);
    return calling(
        arguments,
        (frame, sdp, target) -> {
          String wanted = prefix.value(frame);
          String rest = wanted == null ? null : sdp.first(wanted);
          return rest == null ? FAILED : write(frame, target, wanted + rest);
        });
  }

  private interface Work {
    int on(Frame frame, Sdp sdp, Variable.Writable target);
  }

  /** What is no AVP is found out when the function runs. */
  private static FunctionCall calling(Arguments arguments, Work work) {
    String name = arguments.constant(0);
    Variable.Writable target = avp(arguments, name);
    if (target == null) {
      return frame -> {
        frame.error("malformed or non AVP " + name + " AVP definition");
        return FAILED;
      };
    }
    return frame -> {
      Sdp sdp = Sdp.needed(frame);
      return sdp == null ? FAILED : work.on(frame, sdp, target);
    };
  }

  private static Variable.@Nullable Writable avp(Arguments arguments, String name) {
    return name.startsWith("$avp(") || name.startsWith("$(avp(") ? arguments.writable(0) : null;
  }

  private static int write(Frame frame, Variable.Writable target, String text) {
    return target.assign(frame, text) ? DONE : FAILED;
  }
}
