// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.URI;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ParsedValue;
import org.signalbox.sip.SipUri;
import org.signalbox.sip.TelUri;
import org.signalbox.sip.Uri;

/** Passes URIs between the message model and the API. */
final class Uris {
  private Uris() {}

  static URI editable(Uri uri) {
    if (uri instanceof SipUri sip) {
      return new EditableSipUri(sip);
    }
    return uri instanceof TelUri tel ? new EditableTelUrl(tel) : new WrittenUri(uri);
  }

  static URI read(String text) throws ServletParseException {
    ParsedValue parsed = Uri.parse(text);
    if (parsed instanceof Uri uri) {
      return editable(uri);
    }
    throw problem("URI", text, parsed);
  }

  /** The URI of the model for any URI of the API, also for one that somebody else made. */
  static Uri written(URI uri) {
    return uri instanceof EditableSipUri sip ? sip.uri() : Uri.of(uri.toString());
  }

  static ServletParseException problem(String what, String text, ParsedValue parsed) {
    String reason =
        parsed instanceof ParseProblem problem ? problem.reason() : "it is something else";
    return new ServletParseException("'" + text + "' is no " + what + ": " + reason + ".");
  }
}
