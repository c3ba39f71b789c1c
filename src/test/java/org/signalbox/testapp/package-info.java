// SPDX-License-Identifier: Apache-2.0
/** A SIP Servlet application that container tests deploy inside the real WAR. */
package org.signalbox.testapp;
