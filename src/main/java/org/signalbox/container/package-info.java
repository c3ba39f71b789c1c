// SPDX-License-Identifier: Apache-2.0
/**
 * The SIP Servlet container: {@code javax.servlet.sip} (SIP Servlet 1.1, JSR 289) over {@code
 * transaction}.
 *
 * <p>Open {@link org.signalbox.container.SipContainer} first. Knows neither Jakarta nor scripts:
 * servlets come into being through {@link org.signalbox.container.ServletInstances}. A request that
 * asks for no session and no transaction gets none.
 */
@NullMarked
package org.signalbox.container;

import org.jspecify.annotations.NullMarked;
