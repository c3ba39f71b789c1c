// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.IOException;
import java.util.List;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;

/** Asks the WildFly under test about itself, through its management port. */
public final class WildFly {
  private final ManagementClient management;

  public WildFly(ManagementClient management) {
    this.management = management;
  }

  /** The live threads that run our code or Netty's, each by name and top frame. */
  public List<String> ourThreads() {
    ModelNode threads = new ModelNode();
    threads.get("operation").set("dump-all-threads");
    threads.get("address").add("core-service", "platform-mbean").add("type", "threading");
    threads.get("locked-monitors").set(false);
    threads.get("locked-synchronizers").set(false);
    return execute(threads).asList().stream()
        .filter(
            thread ->
                thread
                    .get("stack-trace")
                    .asString()
                    .matches("(?s).*(org\\.signalbox|io\\.netty|org\\.xbill).*"))
        .map(thread -> thread.get("thread-name").asString())
        .toList();
  }

  private ModelNode execute(ModelNode operation) {
    try {
      ModelNode answer = management.getControllerClient().execute(operation);
      if (!answer.get("outcome").asString().equals("success")) {
        throw new AssertionError(answer.get("failure-description").asString());
      }
      return answer.get("result");
    } catch (IOException e) {
      throw new AssertionError("WildFly's management port does not answer", e);
    }
  }
}
