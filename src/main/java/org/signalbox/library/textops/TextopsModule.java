// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import static org.signalbox.module.Functions.ALL_BUT_ONSEND;
import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST_FAILURE_BRANCH;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.REGEX;
import static org.signalbox.script.FunctionSignature.ParameterKind.SUBSTITUTION;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.script.FunctionSignature.ParameterKind;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.transformation.TransformationClasses;
import org.signalbox.timer.TimeSource;

/** The export table of {@code textops} (modules.md §8). */
public final class TextopsModule implements SignalboxModule {
  private final Port<TimeSource> clock = Port.to(TimeSource.class);
  private final DateHeaders dates = new DateHeaders(clock);

  @Override
  public String name() {
    return "textops";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .functions(headers())
        .functions(searches())
        .functions(replacements())
        .functions(bodies())
        .functions(questions())
        .transformations(TransformationClasses.textops())
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    clock.connect(bindings);
  }

  private ScriptFunction[] headers() {
    return new ScriptFunction[] {
      anywhere("append_hf", HeaderLines::append, TEXT),
      anywhere("append_hf", HeaderLines::append, TEXT, CONSTANT),
      anywhere("insert_hf", HeaderLines::insert, TEXT),
      anywhere("insert_hf", HeaderLines::insert, TEXT, CONSTANT),
      forRequests("append_urihf", HeaderLines::appendUri, CONSTANT, CONSTANT),
      forRequests("append_to_reply", HeaderLines::appendToReply, TEXT),
      forRequests("append_time", dates::toReply),
      anywhere("append_time_to_request", dates::toMessage),
      anywhere("is_present_hf", HeaderPresence.named(HeaderNameArgument::constant), CONSTANT),
      anywhere("is_present_hf_pv", HeaderPresence.named(HeaderNameArgument::dynamic), TEXT),
      anywhere("is_present_hf_re", HeaderPresence.matching(Patterns::constant), REGEX),
      anywhere("is_present_hf_re_pv", HeaderPresence.matching(Patterns::dynamic), TEXT),
      anywhere("remove_hf", HeaderRemovals.named(HeaderNameArgument::constant), CONSTANT),
      anywhere("remove_hf_pv", HeaderRemovals.named(HeaderNameArgument::dynamic), TEXT),
      anywhere("remove_hf_re", HeaderRemovals.matching(Patterns::constant), REGEX),
      anywhere("remove_hf_re_pv", HeaderRemovals.matching(Patterns::dynamic), TEXT),
      anywhere("remove_hf_exp", HeaderRemovals.matchingBut(Patterns::constant), REGEX, REGEX),
      anywhere("remove_hf_exp_pv", HeaderRemovals.matchingBut(Patterns::dynamic), TEXT, TEXT),
      anywhere("remove_hf_idx", HeaderRemovals::at, TEXT, INTEGER),
      anywhere("remove_hf_match", HeaderRemovals::valued, TEXT, TEXT, TEXT),
      anywhere("via_param_rm", ViaParameters::remove, TEXT),
    };
  }

  private static ScriptFunction[] searches() {
    return new ScriptFunction[] {
      anywhere("search", Searches.in(Stretch::whole), REGEX),
      anywhere("search_body", Searches.in(Stretch::body), REGEX),
      anywhere("search_hf", Searches::inHeaders, CONSTANT, REGEX, CONSTANT),
      anywhere("search_append", Searches.appendingTo(Stretch::behindStartLine), REGEX, CONSTANT),
      anywhere("search_append_body", Searches.appendingTo(Stretch::body), REGEX, CONSTANT),
      anywhere("search_str", Searches::inText, TEXT, TEXT),
      anywhere("regex_substring", Searches::group, TEXT, TEXT, INTEGER, INTEGER, VARIABLE),
    };
  }

  private static ScriptFunction[] replacements() {
    return new ScriptFunction[] {
      anywhere("replace", Replacements.first(Stretch::behindStartLine), REGEX, CONSTANT),
      anywhere("replace_all", Replacements.all(Stretch::behindStartLine), REGEX, CONSTANT),
      anywhere("replace_hdrs", Replacements.first(Stretch::headers), REGEX, CONSTANT),
      anywhere("replace_body", Replacements.first(Stretch::body), REGEX, CONSTANT),
      anywhere("replace_body_all", Replacements.all(Stretch::body), REGEX, CONSTANT),
      anywhere("replace_body_atonce", Replacements::bodyAtOnce, REGEX, CONSTANT),
      anywhere("replace_str", Replacements.text(Stretch::behindStartLine), TEXT, TEXT, CONSTANT),
      anywhere("replace_hdrs_str", Replacements.text(Stretch::headers), TEXT, TEXT, CONSTANT),
      anywhere("replace_body_str", Replacements.text(Stretch::body), TEXT, TEXT, CONSTANT),
      anywhere("subst", Substitutions.in(Stretch::behindStartLine), SUBSTITUTION),
      anywhere("subst_body", Substitutions.in(Stretch::body), SUBSTITUTION),
      anywhere("subst_hf", Substitutions::inHeaders, CONSTANT, SUBSTITUTION, CONSTANT),
      exceptOnsend("subst_uri", Substitutions::inUri, SUBSTITUTION),
      exceptOnsend("subst_user", Substitutions::inUser, SUBSTITUTION),
      anywhere("subst_v", Substitutions::intoVariable, TEXT, SUBSTITUTION, VARIABLE),
    };
  }

  private static ScriptFunction[] bodies() {
    return new ScriptFunction[] {
      exceptOnsend("set_body", Bodies::set, TEXT, TEXT),
      exceptOnsend("set_body_hex", Bodies::setHex, TEXT, TEXT),
      forRequests("set_reply_body", Bodies::setInReplies, TEXT, TEXT),
      forRequests("set_reply_body_hex", Bodies::setHexInReplies, TEXT, TEXT),
      anywhere("has_body", Bodies::present),
      anywhere("has_body", Bodies::presentAs, CONSTANT),
      anywhere("filter_body", PartFunctions::filter, CONSTANT),
      forRequests("set_body_multipart", PartFunctions::wrap),
      forRequests("set_body_multipart", PartFunctions::wrap, TEXT),
      forRequests("set_body_multipart", PartFunctions::set, TEXT, TEXT),
      forRequests("set_body_multipart", PartFunctions::set, TEXT, TEXT, TEXT),
      forRequests("append_body_part", PartFunctions::append, TEXT, TEXT),
      forRequests("append_body_part", PartFunctions::append, TEXT, TEXT, TEXT),
      forRequests("append_body_part_hex", PartFunctions::appendHex, TEXT, TEXT),
      forRequests("append_body_part_hex", PartFunctions::appendHex, TEXT, TEXT, TEXT),
      forRequests("remove_body_part", PartFunctions::remove, TEXT),
      anywhere("get_body_part", PartFunctions::content, TEXT, VARIABLE),
      anywhere("get_body_part_raw", PartFunctions::raw, TEXT, VARIABLE),
    };
  }

  private static ScriptFunction[] questions() {
    return new ScriptFunction[] {
      anywhere("is_method", Methods::isMethod, CONSTANT),
      anywhere("is_privacy", Privacy::asksFor, CONSTANT),
      anywhere("is_audio_on_hold", Hold::ofAudio),
      anywhere("in_list", Lists::contains, TEXT, TEXT, CONSTANT),
      anywhere("in_list_prefix", Lists::containsPrefix, TEXT, TEXT, CONSTANT),
      anywhere("cmp_str", Texts.call(Texts::compare), TEXT, TEXT),
      anywhere("cmp_istr", Texts.call(Texts::compareIgnoringCase), TEXT, TEXT),
      anywhere("starts_with", Texts.call(Texts::startsWith), TEXT, TEXT),
      anywhere("ends_with", Texts.call(Texts::endsWith), TEXT, TEXT),
      anywhere("str_find", Texts.call(Texts::find), TEXT, TEXT),
      anywhere("str_ifind", Texts.call(Texts::findIgnoringCase), TEXT, TEXT),
      anywhere("str_any_in", Texts.call(Texts::anyIn), TEXT, TEXT),
      anywhere("str_all_in", Texts.call(Texts::allIn), TEXT, TEXT),
    };
  }

  private static ScriptFunction anywhere(
      String name, Preparation preparation, ParameterKind... parameters) {
    return Functions.of(name, ANY, preparation, parameters);
  }

  private static ScriptFunction forRequests(
      String name, Preparation preparation, ParameterKind... parameters) {
    return Functions.of(name, REQUEST_FAILURE_BRANCH, preparation, parameters);
  }

  private static ScriptFunction exceptOnsend(
      String name, Preparation preparation, ParameterKind... parameters) {
    return Functions.of(name, ALL_BUT_ONSEND, preparation, parameters);
  }
}
