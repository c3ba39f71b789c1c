// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;
import org.signalbox.script.VariableParser;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Reads;
import org.signalbox.script.run.TextFormat;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.TransformationParser;

/** Resolves the text of variables while a file is planned. One thread. */
public final class Resolver implements VariableParser {
  private final Surroundings surroundings;
  private final Map<String, String> defines;

  Resolver(Surroundings surroundings, Map<String, String> defines) {
    this.surroundings = surroundings;
    this.defines = defines;
  }

  /**
   * The variable that a text means, with its transformations.
   *
   * @param text {@code $rU}, {@code $hdr(X)}, {@code $(rU{s.len})}
   * @throws Unresolvable when there is none
   */
  public Variable variable(String text) {
    if (!text.startsWith("$")) {
      throw new Unresolvable("'" + text + "' is no variable");
    }
    VariableText parts = VariableText.parse(text);
    VariableFamily family = surroundings.variables(parts.name());
    if (family == null) {
      throw new Unresolvable("unknown variable $" + parts.name());
    }
    Variable variable = family.resolve(parts.name(), parts.inner(), index(parts.index()), this);
    if (parts.transformations().isEmpty()) {
      return variable;
    }
    try {
      TransformationParser parser = new TransformationParser(surroundings.transformations(), this);
      TransformationParser.Chain chain = parser.parse(parts.transformations(), 0);
      if (chain.end() != parts.transformations().stripTrailing().length()) {
        throw new Unresolvable("unexpected text behind the transformations of " + text);
      }
      return Reads.transformed(variable, chain.steps());
    } catch (NotationException e) {
      throw new Unresolvable(e.reason() + (e.help() == null ? "" : "; " + e.help()));
    }
  }

  /** For transformations, whose parameters may be variables. */
  @Override
  public Found parse(String text, int start) throws NotationException {
    try {
      int end = VariableText.end(text, start);
      Variable variable = variable(text.substring(start, end));
      return new Found(frame -> value(variable, (Frame) frame), end);
    } catch (Unresolvable e) {
      throw new NotationException("bad-variable", start, String.valueOf(e.getMessage()));
    }
  }

  private static Value value(Variable variable, Frame frame) {
    Cell cell = frame.scratch();
    variable.read(frame, cell);
    return cell.value();
  }

  /**
   * A text in which variables are expanded each time; {@code $$} is one sign.
   *
   * @throws Unresolvable when a variable in it is wrong
   */
  public TextFormat format(String text) {
    List<TextFormat.Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '$') {
        literal.append(c);
        at++;
      } else if (text.startsWith("$$", at)) {
        literal.append('$');
        at += 2;
      } else {
        int end = VariableText.end(text, at);
        parts.add(new TextFormat.Part(literal.toString(), variable(text.substring(at, end))));
        literal.setLength(0);
        at = end;
      }
    }
    return new TextFormat(parts, literal.toString());
  }

  /** Every define of the file with its text. */
  public Map<String, String> defines() {
    return defines;
  }

  /** What a select means, {@code @via.host}; null when it is unknown. */
  public @Nullable Variable select(String text) {
    return surroundings.select(text);
  }

  /**
   * What stands between brackets: a number, {@code *} or a variable; null for no brackets.
   *
   * @throws Unresolvable when it is none of these
   */
  public VariableIndex index(@Nullable String written) {
    if (written == null) {
      return new VariableIndex.None();
    }
    if (written.equals("*")) {
      return new VariableIndex.All();
    }
    if (written.startsWith("$")) {
      return new VariableIndex.Dynamic(variable(written));
    }
    try {
      return new VariableIndex.At(Integer.parseInt(written));
    } catch (NumberFormatException e) {
      throw new Unresolvable("'" + written + "' is no index");
    }
  }
}
