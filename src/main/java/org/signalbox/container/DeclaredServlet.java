// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Map;
import java.util.OptionalInt;

/**
 * One {@code servlet} of {@code sip.xml}.
 *
 * @param name the {@code servlet-name}, unique in the application
 * @param className the {@code servlet-class}
 * @param initParameters in the order of the file
 * @param loadOnStartup when to create it: lower numbers first; empty means at its first request
 */
public record DeclaredServlet(
    String name, String className, Map<String, String> initParameters, OptionalInt loadOnStartup) {}
