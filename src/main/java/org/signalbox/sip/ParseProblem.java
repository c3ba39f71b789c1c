// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/**
 * Says what is wrong with received bytes and where.
 *
 * @param offset of the first offending byte in the message, from 0
 * @param reason a sentence for operators, without untrusted text
 */
public record ParseProblem(int offset, String reason) implements Parsed, ParsedValue {}
