// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/** The kinds of blocks in a file (script.md §5). */
public enum BlockKind {
  /** {@code request_route}, also {@code route}: each valid request. */
  REQUEST(RouteKind.REQUEST),
  /** {@code route[NAME]}: run by name from any kind. */
  NAMED(RouteKind.REQUEST),
  /** {@code reply_route}, also {@code onreply_route}: each valid reply. */
  REPLY(RouteKind.CORE_REPLY),
  /** {@code onreply_route[NAME]}. */
  ONREPLY(RouteKind.TM_REPLY),
  /** {@code failure_route[NAME]}. */
  FAILURE(RouteKind.FAILURE),
  /** {@code branch_route[NAME]}. */
  BRANCH(RouteKind.BRANCH),
  /** {@code onsend_route}. */
  ONSEND(RouteKind.ONSEND),
  /** {@code event_route[module:event]}. */
  EVENT(RouteKind.REQUEST);

  private final RouteKind route;

  BlockKind(RouteKind route) {
    this.route = route;
  }

  /** As what its functions are checked. */
  public RouteKind route() {
    return route;
  }
}
