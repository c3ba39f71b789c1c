// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

/** Ends a command whose parameters are not what it needs; never leaves this room. */
final class RpcFaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient RpcReply.Fault fault;

  RpcFaultException(RpcReply.Fault fault) {
    super(fault.text(), null, false, false);
    this.fault = fault;
  }

  RpcReply.Fault fault() {
    return fault;
  }
}
