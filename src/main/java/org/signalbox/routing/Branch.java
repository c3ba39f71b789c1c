// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.jspecify.annotations.Nullable;

/**
 * One more target of a request: what {@code append_branch} adds.
 *
 * @param uri its request URI, not checked
 * @param destinationUri where to send it instead; null for the URI itself
 * @param path Route values to put on top; null for none
 * @param q in thousandths, 0 to 1000; -1 for none
 * @param socket the socket to send from as {@code udp:127.0.0.1:5060}; null for the default
 * @param flags its branch flags, a bit each
 * @param instance the instance of the contact; null for none
 * @param ruid the record id of the contact; null for none
 * @param locationUserAgent the user agent of the contact; null for none
 */
public record Branch(
    String uri,
    @Nullable String destinationUri,
    @Nullable String path,
    int q,
    @Nullable String socket,
    int flags,
    @Nullable String instance,
    @Nullable String ruid,
    @Nullable String locationUserAgent) {

  /** A target without anything special. */
  public static Branch to(String uri) {
    return new Branch(uri, null, null, -1, null, 0, null, null, null);
  }

  public Branch withUri(String changed) {
    return new Branch(
        changed, destinationUri, path, q, socket, flags, instance, ruid, locationUserAgent);
  }

  public Branch withDestinationUri(@Nullable String changed) {
    return new Branch(uri, changed, path, q, socket, flags, instance, ruid, locationUserAgent);
  }

  public Branch withPath(@Nullable String changed) {
    return new Branch(
        uri, destinationUri, changed, q, socket, flags, instance, ruid, locationUserAgent);
  }

  public Branch withQ(int changed) {
    return new Branch(
        uri, destinationUri, path, changed, socket, flags, instance, ruid, locationUserAgent);
  }

  public Branch withSocket(@Nullable String changed) {
    return new Branch(
        uri, destinationUri, path, q, changed, flags, instance, ruid, locationUserAgent);
  }

  public Branch withFlags(int changed) {
    return new Branch(
        uri, destinationUri, path, q, socket, changed, instance, ruid, locationUserAgent);
  }

  public Branch withInstance(@Nullable String changed) {
    return new Branch(
        uri, destinationUri, path, q, socket, flags, changed, ruid, locationUserAgent);
  }

  public Branch withRuid(@Nullable String changed) {
    return new Branch(
        uri, destinationUri, path, q, socket, flags, instance, changed, locationUserAgent);
  }

  public Branch withLocationUserAgent(@Nullable String changed) {
    return new Branch(uri, destinationUri, path, q, socket, flags, instance, ruid, changed);
  }
}
