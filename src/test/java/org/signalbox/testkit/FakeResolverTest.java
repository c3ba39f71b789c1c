// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import org.signalbox.resolver.Resolver;
import org.signalbox.resolver.ResolverContract;
import org.signalbox.resolver.Target;
import org.signalbox.sip.TransportProtocol;

class FakeResolverTest implements ResolverContract {
  private final FakeResolver resolver = new FakeResolver();

  @Override
  public Resolver resolver() {
    return resolver;
  }

  @Override
  public void knows(String name, String address) {
    resolver.knows(name, new Target(TransportProtocol.TCP, new InetSocketAddress(address, 5070)));
  }
}
