// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Our own mistakes: one line with the trace in the log, nothing of it on the wire. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<RuntimeException> {
  @Override
  public Response toResponse(RuntimeException broken) {
    AdminLog.LOG.unexpected(broken);
    return ProblemException.response(
        500, "Internal Server Error", "Signalbox failed; its log says more.", null);
  }
}
