// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModuleException;
import org.signalbox.routing.OtherServlets;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.FunctionCall;

/** {@code servlet("Name")}: another servlet of the application serves the request. */
final class ServletFunction {
  /** The names that scripts write down; filled while a file is read. */
  private final Set<String> named = ConcurrentHashMap.newKeySet();

  /** Known once the server has started. */
  private volatile OtherServlets.@Nullable Declared declared;

  /** 1 when the servlet has had the request, -1 when there is none to have it. */
  FunctionCall prepare(Arguments arguments) {
    if (arguments.isConstant(0) && arguments.constant(0).indexOf('$') < 0) {
      String constant = arguments.constant(0);
      OtherServlets.Declared known = declared;
      if (known != null && !known.has(constant)) {
        throw new Unresolvable(undeclared(constant));
      }
      named.add(constant);
    }
    Arguments.TextArgument name = arguments.text(0);
    return frame -> {
      String wanted = name.value(frame);
      return wanted != null && OtherServlets.of(frame).serve(wanted) ? 1 : -1;
    };
  }

  /** Refuses to start with a name that the application does not declare. */
  void check(Optional<OtherServlets.Declared> application) {
    for (String name : named) {
      if (application.isPresent() && !application.get().has(name)) {
        throw new ModuleException(undeclared(name));
      }
    }
    declared = application.orElse(null);
  }

  private static String undeclared(String name) {
    return "servlet(\"" + name + "\"): sip.xml declares no such servlet";
  }
}
