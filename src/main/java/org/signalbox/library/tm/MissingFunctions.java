// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.REQUEST_FAILURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.signalbox.module.Functions;
import org.signalbox.script.FunctionSignature.ParameterKind;
import org.signalbox.script.plan.ScriptFunction;

/**
 * Functions of {@code tm} that do not exist here yet: whoever calls one is told so at the start.
 */
final class MissingFunctions {
  /** Names with the fewest and the most parameters they take. */
  private static final List<Missing> ALL =
      List.of(
          new Missing("t_relay_to_tls", 0, 2),
          new Missing("t_relay_to_sctp", 0, 2),
          new Missing("t_forward_nonack", 0, 2),
          new Missing("t_forward_nonack_to", 1, 2),
          new Missing("t_next_contact_flow", 0, 0),
          new Missing("t_set_disable_failover", 1, 1),
          new Missing("t_is_retr_async_reply", 0, 0),
          new Missing("t_save_lumps", 0, 0),
          new Missing("t_use_uac_headers", 0, 0),
          new Missing("t_clean", 0, 0),
          new Missing("t_write_req", 2, 2),
          new Missing("t_write_unix", 2, 2));

  private record Missing(String name, int fewest, int most) {}

  private MissingFunctions() {}

  static List<ScriptFunction> all() {
    List<ScriptFunction> functions = new ArrayList<>();
    for (Missing missing : ALL) {
      for (int count = missing.fewest(); count <= missing.most(); count++) {
        ParameterKind[] parameters = new ParameterKind[count];
        Arrays.fill(parameters, ParameterKind.TEXT);
        functions.add(Functions.missing("tm", missing.name(), REQUEST_FAILURE, parameters));
      }
    }
    return functions;
  }
}
