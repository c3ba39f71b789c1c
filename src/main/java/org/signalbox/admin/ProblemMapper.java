// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What our own resources refuse. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
  @Override
  public Response toResponse(ProblemException refused) {
    return refused.response();
  }
}
