// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;

/** The name of a header in a call, long or compact. */
interface HeaderNameArgument {

  /** The name now; null, with an error told, when it is empty. */
  @Nullable String of(Frame frame);

  /** How a function takes a name. */
  interface Taking {
    HeaderNameArgument of(Arguments arguments, int index);
  }

  /** As it stands: it must be a name. */
  static HeaderNameArgument constant(Arguments arguments, int index) {
    String name = name(arguments, index);
    return frame -> name;
  }

  /** With variables in it. */
  static HeaderNameArgument dynamic(Arguments arguments, int index) {
    if (arguments.isConstant(index)) {
      return constant(arguments, index);
    }
    Arguments.ShownArgument text = arguments.shown(index);
    return frame -> Texts.wanted(text, frame, "the name of a header");
  }

  /** The name itself, when the file is loaded. */
  static String name(Arguments arguments, int index) {
    String name = arguments.constant(index);
    if (!name.matches("[A-Za-z0-9!%'*+.^_`|~-]+")) {
      throw new Unresolvable("'" + name + "' is no name of a header");
    }
    return name;
  }
}
