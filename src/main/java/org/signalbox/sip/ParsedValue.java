// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** What reading one value of a message gives: the value or a problem, never an exception. */
public sealed interface ParsedValue permits Uri, NameAddress, Via, CSeq, ParseProblem {}
