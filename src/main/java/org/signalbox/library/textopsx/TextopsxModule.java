// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import static org.signalbox.module.Functions.ALL_BUT_ONSEND;
import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REPLY;
import static org.signalbox.module.Functions.REQUEST_REPLY;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.REGEX;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.SignalboxModule;
import org.signalbox.script.FunctionSignature.ParameterKind;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.ScriptFunction.Preparation;

/** The export table of {@code textopsx} (modules.md §9). */
public final class TextopsxModule implements SignalboxModule {
  private final Walks headers = Walks.overHeaders();
  private final Walks lines = Walks.overBodyLines();

  @Override
  public String name() {
    return "textopsx";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .functions(messages())
        .functions(values())
        .functions(walks())
        .variables(WalkVariables.family(headers, lines))
        .build();
  }

  private static ScriptFunction[] messages() {
    return new ScriptFunction[] {
      Functions.of("msg_apply_changes", REQUEST_REPLY, WholeMessage::apply),
      Functions.of("msg_set_buffer", REQUEST_REPLY, WholeMessage::replace, TEXT),
      Functions.of("msg_changed_route", REQUEST_REPLY, WholeMessage::changedRoute, TEXT),
      Functions.of("change_reply_status", REPLY, ReplyStatus::change, INTEGER, TEXT),
      Functions.of("change_reply_status_code", REPLY, ReplyStatus::changeCode, INTEGER),
      Functions.of("remove_body", ANY, WholeMessage::removeBody),
      Functions.of("keep_hf", ANY, KeptHeaders::keep),
      Functions.of("keep_hf", ANY, KeptHeaders::keep, REGEX),
      Functions.of("fnmatch", ANY, Glob::call, TEXT, TEXT),
      Functions.of("fnmatch", ANY, Glob::call, TEXT, TEXT, CONSTANT),
    };
  }

  private static ScriptFunction[] values() {
    return new ScriptFunction[] {
      value("append_hf_value", ValueChanges::append, CONSTANT, TEXT),
      value("insert_hf_value", ValueChanges::insert, CONSTANT, TEXT),
      value("assign_hf_value", ValueChanges.assign(ValueForm.LIST), CONSTANT, TEXT),
      value("assign_hf_value2", ValueChanges.assign(ValueForm.CREDENTIALS), CONSTANT, TEXT),
      value("remove_hf_value", ValueChanges.remove(ValueForm.LIST), CONSTANT),
      value("remove_hf_value2", ValueChanges.remove(ValueForm.CREDENTIALS), CONSTANT),
      value("include_hf_value", ValueSets::include, CONSTANT, TEXT),
      value("exclude_hf_value", ValueSets::exclude, CONSTANT, TEXT),
      value("hf_value_exists", ValueSets::exists, CONSTANT, TEXT),
    };
  }

  private static ScriptFunction value(
      String name, Preparation preparation, ParameterKind... parameters) {
    return Functions.of(name, ALL_BUT_ONSEND, preparation, parameters);
  }

  private ScriptFunction[] walks() {
    return new ScriptFunction[] {
      Functions.of("hf_iterator_start", ANY, headers::start, TEXT),
      Functions.of("hf_iterator_next", ANY, headers::next, TEXT),
      Functions.of("hf_iterator_prev", ANY, headers::previous, TEXT),
      Functions.of("hf_iterator_end", ANY, headers::end, TEXT),
      Functions.of("hf_iterator_rm", ANY, headers::remove, TEXT),
      Functions.of("hf_iterator_append", ANY, headers::append, TEXT, TEXT),
      Functions.of("hf_iterator_insert", ANY, headers::insert, TEXT, TEXT),
      Functions.of("bl_iterator_start", ANY, lines::start, TEXT),
      Functions.of("bl_iterator_next", ANY, lines::next, TEXT),
      Functions.of("bl_iterator_end", ANY, lines::end, TEXT),
      Functions.of("bl_iterator_rm", ANY, lines::remove, TEXT),
      Functions.of("bl_iterator_append", ANY, lines::append, TEXT, TEXT),
      Functions.of("bl_iterator_insert", ANY, lines::insert, TEXT, TEXT),
    };
  }
}
