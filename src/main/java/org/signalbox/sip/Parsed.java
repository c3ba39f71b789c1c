// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** What parsing gives: a message or a problem, never an exception. */
public sealed interface Parsed permits SipMessage, ParseProblem {}
