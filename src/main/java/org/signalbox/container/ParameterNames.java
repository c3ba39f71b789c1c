// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.signalbox.sip.Parameter;
import org.signalbox.sip.Parameters;

/** Lists parameter names apart from the object they came from, so that it can change meanwhile. */
final class ParameterNames {
  private ParameterNames() {}

  static Iterator<String> of(Parameters parameters) {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : parameters) {
      names.add(parameter.name());
    }
    return names.iterator();
  }
}
