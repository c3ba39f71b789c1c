// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import static org.signalbox.module.Functions.ALL_BUT_ONSEND;
import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.module.Functions.REQUEST_FAILURE_BRANCH;
import static org.signalbox.module.Functions.REQUEST_REPLY;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.ModuleException;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Myself;
import org.signalbox.routing.Replies;
import org.signalbox.timer.TimeSource;

/** The export table of {@code siputils} (modules.md §7). */
public final class SiputilsModule implements SignalboxModule {
  /** What {@code options_reply} says in its Accept header; the next ones likewise. */
  public static final Parameter<String> OPTIONS_ACCEPT = Parameter.text("options_accept", "*/*");

  public static final Parameter<String> OPTIONS_ACCEPT_ENCODING =
      Parameter.text("options_accept_encoding", "");

  public static final Parameter<String> OPTIONS_ACCEPT_LANGUAGE =
      Parameter.text("options_accept_language", "en");

  public static final Parameter<String> OPTIONS_SUPPORT = Parameter.text("options_support", "");

  /** Its first character stands between the parts of an encoded Contact. */
  public static final Parameter<String> CONTACT_FLDS_SEPARATOR =
      Parameter.text("contact_flds_separator", "*");

  /** What stands before the URI in Remote-Party-ID. */
  public static final Parameter<String> RPID_PREFIX = Parameter.text("rpid_prefix", "");

  /** What stands behind it. */
  public static final Parameter<String> RPID_SUFFIX =
      Parameter.text("rpid_suffix", ";party=calling;id-type=subscriber;screen=yes");

  /** The AVP that holds it. */
  public static final Parameter<String> RPID_AVP =
      Parameter.text("rpid_avp", "$avp(s:rpid)", RemoteParty::problem);

  private final Port<Myself> myself = Port.to(Myself.class);
  private final Port<Replies> replies = Port.to(Replies.class);
  private final Port<TimeSource> time = Port.to(TimeSource.class);
  private final MessageQuestions questions = new MessageQuestions(myself, time);
  private final OptionsReply options = new OptionsReply(replies);
  private final EncodedContact encoded = new EncodedContact();
  private final RemoteParty remote = new RemoteParty();
  private final ChargingVector charging = new ChargingVector(time);

  @Override
  public String name() {
    return "siputils";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(OPTIONS_ACCEPT, OPTIONS_ACCEPT_ENCODING, OPTIONS_ACCEPT_LANGUAGE)
        .parameters(OPTIONS_SUPPORT, CONTACT_FLDS_SEPARATOR, RPID_PREFIX, RPID_SUFFIX, RPID_AVP)
        .variables(charging.family())
        .functions( // about the message
            Functions.plain("has_totag", ANY, MessageQuestions::hasToTag),
            Functions.plain("is_request", ANY, MessageQuestions::isRequest),
            Functions.plain("is_reply", ANY, MessageQuestions::isReply),
            Functions.plain("is_sip", ANY, MessageQuestions::isSip),
            Functions.plain("is_http", ANY, MessageQuestions::isHttp),
            Functions.plain("is_first_hop", ANY, questions::isFirstHop),
            Functions.onNumber("is_first_hop", ANY, (frame, mode) -> questions.isFirstHop(frame)),
            Functions.of("is_supported", ANY, MessageQuestions::isSupported, CONSTANT),
            Functions.onNumber("hdr_date_check", ANY, questions::dateWithin),
            Functions.plain("options_reply", REQUEST, options::send),
            Functions.onText("is_user", REQUEST, MessageQuestions::isUser))
        .functions( // about a URI, a name, a number
            Functions.onText("is_uri", ANY, UriQuestions::isUri),
            Functions.onTexts("cmp_uri", ANY, UriQuestions::sameUri),
            Functions.onTexts("cmp_aor", ANY, UriQuestions::sameAddress),
            Functions.onTexts("cmp_hdr_name", ANY, UriQuestions::sameHeader),
            Functions.plain("is_gruu", ANY, UriQuestions::isGruu),
            Functions.onText("is_gruu", ANY, UriQuestions::isGruu),
            Functions.of("is_e164", ANY, Digits::isE164, VARIABLE),
            Functions.of("is_uri_user_e164", ANY, Digits::isUserE164, VARIABLE),
            Functions.onText("is_tel_number", ANY, Digits::isTelephone),
            Functions.onText("is_numeric", ANY, Digits::isNumeric),
            Functions.onText("is_alphanum", ANY, Digits::isAlphanumeric),
            Functions.onTexts("is_alphanumex", ANY, Digits::isAlphanumericOr))
        .functions( // changing a URI
            Functions.onText("uri_param", REQUEST_FAILURE_BRANCH, UriParameters::isBare),
            Functions.onTexts("uri_param", REQUEST_FAILURE_BRANCH, UriParameters::is),
            Functions.onText("uri_param_any", REQUEST_FAILURE_BRANCH, UriParameters::isThere),
            Functions.onText("uri_param_rm", REQUEST_FAILURE_BRANCH, UriParameters::remove),
            Functions.onText("add_uri_param", REQUEST, UriParameters::add),
            Functions.of("get_uri_param", REQUEST, UriParameters::read, TEXT, VARIABLE),
            Functions.of(
                "tel2sip", ALL_BUT_ONSEND, UriChanges::fromTelephone, TEXT, TEXT, VARIABLE),
            Functions.of("set_uri_user", ANY, UriChanges::user, VARIABLE, TEXT),
            Functions.of("set_uri_host", ANY, UriChanges::host, VARIABLE, TEXT))
        .functions( // changing the message
            Functions.onTexts("encode_contact", REQUEST_REPLY, encoded::encode),
            Functions.plain("decode_contact", REQUEST, encoded::decodeTarget),
            Functions.plain("decode_contact_header", REQUEST_REPLY, encoded::decode),
            Functions.onTexts("contact_param_encode", ANY, ContactParameter::encode),
            Functions.onText("contact_param_decode", ANY, ContactParameter::decode),
            Functions.onText("contact_param_decode_ruri", ANY, ContactParameter::decodeTarget),
            Functions.onText("contact_param_rm", ANY, ContactParameter::remove),
            Functions.onText("contact_param_check", ANY, ContactParameter::isThere),
            Functions.plain("append_rpid_hf", REQUEST_FAILURE_BRANCH, remote::append),
            Functions.onTexts("append_rpid_hf", REQUEST_FAILURE_BRANCH, remote::append),
            Functions.plain("is_rpid_user_e164", REQUEST, remote::isE164),
            Functions.onText("sip_p_charging_vector", ANY, charging::change))
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    options.says(
        parameters.value(OPTIONS_ACCEPT),
        parameters.value(OPTIONS_ACCEPT_ENCODING),
        parameters.value(OPTIONS_ACCEPT_LANGUAGE),
        parameters.value(OPTIONS_SUPPORT));
    encoded.separator(parameters.value(CONTACT_FLDS_SEPARATOR));
    remote.writes(
        parameters.value(RPID_AVP), parameters.value(RPID_PREFIX), parameters.value(RPID_SUFFIX));
    time.connect(bindings);
  }

  @Override
  public void start(Bindings bindings) {
    myself.connect(bindings);
    replies.connectIfThere(bindings);
    if (!replies.connected()) {
      throw new ModuleException("it answers through the module sl, which the file does not load");
    }
  }
}
