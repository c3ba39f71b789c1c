// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Reads;
import org.signalbox.script.run.TextFormat;
import org.signalbox.script.run.Transformation;
import org.signalbox.script.run.Variable;

/** Resolves the text of variables while a file is planned. One thread. */
public final class Resolver {
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
    VariableText parts = VariableText.parse(text);
    VariableFamily family = surroundings.variables(parts.name());
    if (family == null) {
      throw new Unresolvable("unknown variable $" + parts.name());
    }
    Variable variable = family.resolve(parts.name(), parts.inner(), index(parts.index()), this);
    if (parts.transformations().isEmpty()) {
      return variable;
    }
    List<Transformation> chain = new ArrayList<>();
    for (VariableText.TransformationText each : parts.transformations()) {
      TransformationFamily transformations = surroundings.transformations(each.family());
      if (transformations == null) {
        throw new Unresolvable("unknown transformation class {" + each.family() + "}");
      }
      chain.add(transformations.resolve(each.name(), each.parameters(), this));
    }
    return Reads.transformed(variable, chain);
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

  private VariableIndex index(@Nullable String written) {
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
