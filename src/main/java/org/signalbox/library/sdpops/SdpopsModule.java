// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.SignalboxModule;

/** The export table of {@code sdpops} (modules.md §16). */
public final class SdpopsModule implements SignalboxModule {
  @Override
  public String name() {
    return "sdpops";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .variables(SdpVariables.family())
        .functions(
            Functions.plain("sdp_content", ANY, SdpQuestions::isContent),
            Functions.onNumber("sdp_content", ANY, SdpQuestions::isContent),
            Functions.plain("sdp_with_ice", ANY, SdpQuestions::withIce),
            Functions.plain("sdp_get_address_family", ANY, SdpQuestions::addressFamily),
            Functions.onText("sdp_with_media", ANY, SdpQuestions::withMedia),
            Functions.onText("sdp_with_active_media", ANY, SdpQuestions::withActiveMedia),
            Functions.onText("sdp_with_transport", ANY, SdpQuestions::withTransport),
            Functions.onText("sdp_with_transport_like", ANY, SdpQuestions::withTransportLike),
            Functions.onText("sdp_with_codecs_by_id", ANY, CodecQuestions::byId),
            Functions.onText("sdp_with_codecs_by_name", ANY, CodecQuestions::byName))
        .functions(
            Functions.onText("sdp_remove_codecs_by_id", ANY, CodecChanges::removeById),
            Functions.onTexts("sdp_remove_codecs_by_id", ANY, CodecChanges::removeById),
            Functions.onText("sdp_remove_codecs_by_name", ANY, CodecChanges::removeByName),
            Functions.onTexts("sdp_remove_codecs_by_name", ANY, CodecChanges::removeByName),
            Functions.onText("sdp_keep_codecs_by_id", ANY, CodecChanges::keepById),
            Functions.onTexts("sdp_keep_codecs_by_id", ANY, CodecChanges::keepById),
            Functions.onText("sdp_keep_codecs_by_name", ANY, CodecChanges::keepByName),
            Functions.onTexts("sdp_keep_codecs_by_name", ANY, CodecChanges::keepByName),
            Functions.onText("sdp_remove_media", ANY, StreamChanges::removeMedia),
            Functions.onText("sdp_remove_transport", ANY, StreamChanges::removeTransport),
            Functions.onText("sdp_remove_line_by_prefix", ANY, StreamChanges::removeLines),
            Functions.onTexts("sdp_remove_line_by_prefix", ANY, StreamChanges::removeLines))
        .functions(
            Functions.of("sdp_get", ANY, IntoAvp::body, CONSTANT),
            Functions.of("sdp_transport", ANY, IntoAvp::transport, CONSTANT),
            Functions.of("sdp_get_line_startswith", ANY, IntoAvp::line, CONSTANT, TEXT))
        .build();
  }
}
