// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sanity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.MessageCheck;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.Parameter;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/** What can be looked at, a line each with its bit, in the order of looking (modules.md §6). */
final class Checks {
  private static final Set<String> SCHEMES = Set.of("sip", "sips", "tel", "tels", "urn");

  private final List<Check> all =
      List.of(
          new Check(1, (frame, uris) -> version(frame.message())),
          new Check(2, (frame, uris) -> scheme(frame)),
          new Check(4, (frame, uris) -> requiredHeaders(frame.message())),
          new Check(32, (frame, uris) -> cseqMethod(frame.message())),
          new Check(64, (frame, uris) -> cseqNumber(frame.message())),
          new Check(128, (frame, uris) -> contentLength(frame.message())),
          new Check(256, (frame, uris) -> expires(frame.message())),
          new Check(512, (frame, uris) -> proxyRequire(frame.message())),
          new Check(1024, Checks::uris),
          new Check(2048, (frame, uris) -> Credentials.failure(frame.message(), true)),
          new Check(4096, (frame, uris) -> tags(frame.message())),
          new Check(8192, (frame, uris) -> Credentials.failure(frame.message(), false)),
          new Check(16384, (frame, uris) -> via(frame.message())));

  private final List<String> extensions;

  /** Takes the extensions that Proxy-Require may name, with commas between them. */
  Checks(String extensions) {
    this.extensions = Arrays.stream(extensions.split(",", -1)).map(String::strip).toList();
  }

  private record Check(int bit, Test test) {}

  private interface Test {
    @Nullable Failure failure(Frame frame, int uris);
  }

  /** The first thing wrong among what is wanted, or null. */
  @Nullable Failure failure(Frame frame, int wanted, int uris) {
    for (Check check : all) {
      Failure failure = (wanted & check.bit()) == 0 ? null : check.test().failure(frame, uris);
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private static @Nullable Failure unless(boolean fine, Failure failure) {
    return fine ? null : failure;
  }

  private static @Nullable Failure version(SipMessage message) {
    return unless(
        message.version().equalsIgnoreCase("SIP/2.0"),
        new Failure(505, "Version Not Supported (R-URI)"));
  }

  private static @Nullable Failure scheme(Frame frame) {
    if (!(frame.message() instanceof SipRequest)) {
      return null;
    }
    UriText uri = UriText.parse(RequestTarget.ruri(frame));
    if (uri == null) {
      return Failure.bad("Bad Request URI");
    }
    return unless(
        SCHEMES.stream().anyMatch(uri.scheme()::equalsIgnoreCase),
        new Failure(416, "Unsupported URI Scheme in Request URI"));
  }

  private static @Nullable Failure requiredHeaders(SipMessage message) {
    return unless(MessageCheck.missing(message) == null, Failure.bad("Bad Headers"));
  }

  private static @Nullable Failure cseqMethod(SipMessage message) {
    if (!(message instanceof SipRequest request) || !message.has(HeaderType.CSEQ)) {
      return null;
    }
    CSeq cseq = message.cseq();
    String method = cseq == null ? lastWord(message.value(HeaderType.CSEQ)) : cseq.method();
    return unless(
        method.equals(request.method()), Failure.bad("CSeq method does not match request method"));
  }

  /** The method where the number before it cannot be read. */
  private static String lastWord(@Nullable String value) {
    return value == null ? "" : value.substring(value.lastIndexOf(' ') + 1);
  }

  private static @Nullable Failure cseqNumber(SipMessage message) {
    return unless(message.cseq() != null, Failure.bad("CSeq number is illegal"));
  }

  private static @Nullable Failure contentLength(SipMessage message) {
    boolean fits =
        !message.has(HeaderType.CONTENT_LENGTH)
            || message.contentLength() == message.end() - message.bodyStart();
    return unless(fits, Failure.bad("Content-Length mis-match"));
  }

  private static @Nullable Failure expires(SipMessage message) {
    String value = message.value(HeaderType.EXPIRES);
    boolean fine = value == null || value.chars().allMatch(c -> c >= '0' && c <= '9');
    return unless(fine, Failure.bad("Expires value is illegal"));
  }

  private @Nullable Failure proxyRequire(SipMessage message) {
    if (!message.has(HeaderType.PROXY_REQUIRE)) {
      return null;
    }
    for (String required : message.values(HeaderType.PROXY_REQUIRE)) {
      if (extensions.stream().noneMatch(required::equalsIgnoreCase)) {
        String unsupported = "Unsupported: " + required + "\r\n";
        return new Failure(420, "Bad Proxy Require Extension", unsupported);
      }
    }
    return null;
  }

  private static @Nullable Failure uris(Frame frame, int uris) {
    SipMessage message = frame.message();
    boolean request = (uris & 1) != 0 && message instanceof SipRequest;
    if (request && UriText.parse(RequestTarget.ruri(frame)) == null) {
      return Failure.bad("Bad Request URI");
    }
    if ((uris & 2) != 0 && !isAddress(message.from())) {
      return Failure.bad("Invalid From Header");
    }
    if ((uris & 4) != 0 && !isAddress(message.to())) {
      return Failure.bad("Invalid To Header");
    }
    boolean contact = (uris & 8) == 0 || message.wildcardContact() || contactsAreFine(message);
    return unless(contact, Failure.bad("Bad Contact URI"));
  }

  private static boolean contactsAreFine(SipMessage message) {
    int values = message.values(HeaderType.CONTACT).size();
    List<NameAddress> addresses = message.addresses(HeaderType.CONTACT);
    return addresses.size() == values && addresses.stream().allMatch(Checks::isAddress);
  }

  private static boolean isAddress(@Nullable NameAddress address) {
    return address != null && UriText.parse(address.uriText()) != null;
  }

  private static @Nullable Failure tags(SipMessage message) {
    if (tagCount(message.from()) > 1) {
      return Failure.bad("Many From Tag Params");
    }
    return unless(tagCount(message.to()) < 2, Failure.bad("Many To Tag Params"));
  }

  private static int tagCount(@Nullable NameAddress address) {
    int count = 0;
    if (address != null) {
      for (Parameter parameter : address.parameters()) {
        count += parameter.name().equalsIgnoreCase("tag") ? 1 : 0;
      }
    }
    return count;
  }

  private static @Nullable Failure via(SipMessage message) {
    Header top = message.header(HeaderType.VIA);
    return unless(top != null && message.topVia() != null, Failure.bad("Bad Via Header"));
  }
}
