// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/** The kinds of block in which a function may be called (script.md §5). */
public enum RouteKind {
  /** {@code request_route}, {@code route[NAME]} and event routes. */
  REQUEST,
  /** {@code reply_route}: each reply, before it is matched to a transaction. */
  CORE_REPLY,
  /** {@code onreply_route[NAME]}: replies of one transaction. */
  TM_REPLY,
  /** {@code failure_route[NAME]}. */
  FAILURE,
  /** {@code branch_route[NAME]}. */
  BRANCH,
  /** {@code onsend_route}. */
  ONSEND
}
