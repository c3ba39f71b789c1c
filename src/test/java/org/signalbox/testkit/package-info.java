// SPDX-License-Identifier: Apache-2.0
/**
 * What several rooms' tests share: fakes, peers and deployments.
 *
 * <p>Open {@link org.signalbox.testkit.ManualTime} first: no unit test waits for a real clock.
 */
package org.signalbox.testkit;
