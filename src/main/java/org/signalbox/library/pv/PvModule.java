// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.time.ZoneId;
import org.signalbox.module.Exports;
import org.signalbox.module.SignalboxModule;
import org.signalbox.script.transformation.TransformationClass;
import org.signalbox.script.transformation.TransformationClasses;
import org.signalbox.script.variable.AddressVariables;
import org.signalbox.script.variable.CredentialVariables;
import org.signalbox.script.variable.HeaderVariables;
import org.signalbox.script.variable.IdentityVariables;
import org.signalbox.script.variable.MessageVariables;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.ScriptVariables;
import org.signalbox.script.variable.ViaVariables;

/** The export table of {@code pv} (modules.md §10, variables.md). */
public final class PvModule implements SignalboxModule {
  private final ZoneId zone = ZoneId.systemDefault();

  @Override
  public String name() {
    return "pv";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .variables(
            MessageVariables.family(),
            UriVariables.family(),
            AddressVariables.family(),
            HeaderVariables.family(),
            IdentityVariables.family(),
            CredentialVariables.family(),
            ViaVariables.family(),
            NetworkVariables.family(),
            new ScriptVariables())
        .transformations(TransformationClasses.pv(zone).toArray(TransformationClass[]::new))
        .build();
  }
}
