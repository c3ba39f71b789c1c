// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

/** Adds, changes and removes single values of headers and their parameters. */
final class ValueChanges {
  private ValueChanges() {}

  /** {@code append_hf_value("Name[index]", text)}: behind a value, or as a header at the end. */
  static FunctionCall append(Arguments arguments) {
    ValuePlace place = ValuePlace.single(arguments);
    Arguments.ShownArgument text = arguments.shown(1);
    return frame -> {
      HeaderValues values = new HeaderValues(frame, place.name(), ValueForm.LIST);
      ValueLine.Value value = place.index() == 0 ? null : values.at(place.index());
      String added = text.value(frame);
      return (value == null ? values.addLine(added) : value.append(added)) ? 1 : -1;
    };
  }

  /** {@code insert_hf_value("Name[index]", text)}: before a value, or as a header of its own. */
  static FunctionCall insert(Arguments arguments) {
    ValuePlace place = ValuePlace.single(arguments);
    Arguments.ShownArgument text = arguments.shown(1);
    return frame -> {
      HeaderValues values = new HeaderValues(frame, place.name(), ValueForm.LIST);
      String added = text.value(frame);
      if (place.index() == 0 || values.lines().isEmpty()) {
        return values.addFirstLine(added) ? 1 : -1;
      }
      ValueLine.Value value = values.at(place.index());
      return value != null && value.insert(added) ? 1 : -1;
    };
  }

  static Preparation assign(ValueForm form) {
    return arguments -> {
      ValuePlace place = ValuePlace.of(arguments);
      Arguments.ShownArgument text = arguments.shown(1);
      String parameter = place.parameter();
      if (place.all() && parameter == null) {
        throw new Unresolvable("asterisk not supported without param");
      }
      return frame -> {
        String assigned = text.value(frame);
        return changed(
                frame,
                place,
                form,
                value ->
                    parameter == null
                        ? ValueForm.exchanged(value, assigned)
                        : form.withParameter(value, parameter, assigned))
            ? 1
            : -1;
      };
    };
  }

  static Preparation remove(ValueForm form) {
    return arguments -> {
      ValuePlace place = ValuePlace.of(arguments);
      String parameter = place.parameter();
      return parameter == null
          ? frame -> removed(frame, place, form) ? 1 : -1
          : frame -> changed(frame, place, form, without(form, parameter)) ? 1 : -1;
    };
  }

  private static Change without(ValueForm form, String parameter) {
    return value -> {
      String without = form.withoutParameter(value, parameter);
      return without.equals(value) ? null : without;
    };
  }

  /** What a value becomes; null when it stays. */
  private interface Change {
    @Nullable String of(String value);
  }

  private static boolean changed(Frame frame, ValuePlace place, ValueForm form, Change change) {
    HeaderValues values = new HeaderValues(frame, place.name(), form);
    int index = place.all() ? 1 : place.index() == 0 ? 1 : place.index();
    boolean any = false;
    ValueLine.Value value = values.at(index);
    while (value != null) {
      String text = value.text() == null ? null : change.of(value.text());
      any |= text != null && value.become(text);
      value = place.all() ? values.at(++index) : null;
    }
    return any;
  }

  private static boolean removed(Frame frame, ValuePlace place, ValueForm form) {
    HeaderValues values = new HeaderValues(frame, place.name(), form);
    if (place.all()) {
      values.lines().forEach(ValueLine::clear);
      return !values.lines().isEmpty();
    }
    ValueLine.Value value = values.at(place.index() == 0 ? 1 : place.index());
    return value != null && value.become(null);
  }
}
