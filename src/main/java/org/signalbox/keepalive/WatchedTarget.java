// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;

/** One address of a destination, watched for itself. Guarded by the destination. */
final class WatchedTarget {
  private final String address;
  private final Course course;

  /** What listeners were told last. */
  private DestinationState told = DestinationState.UNKNOWN;

  WatchedTarget(String address, Instant since) {
    this.address = address;
    this.course = new Course(since);
  }

  String address() {
    return address;
  }

  Course course() {
    return course;
  }

  DestinationState told() {
    return told;
  }

  /** Listeners are told of its state. */
  void markTold() {
    told = course.health().state();
  }

  TargetStatus status() {
    return new TargetStatus(
        address,
        course.health(),
        RoundTripSummary.of(course.roundTrips()).orElse(null),
        course.history());
  }
}
