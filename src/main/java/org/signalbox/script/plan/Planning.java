// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.Map;
import org.signalbox.script.Problems;
import org.signalbox.script.run.Releases;

/**
 * What everything that plans a file shares.
 *
 * @param flags numbers of the flags declared so far, by name
 * @param releases what the finished script has to let go
 */
record Planning(
    Surroundings surroundings,
    Problems problems,
    Resolver resolver,
    RouteTable routes,
    Map<String, Integer> flags,
    Releases releases) {}
