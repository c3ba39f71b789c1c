// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Operand;
import org.signalbox.script.Suggestion;
import org.signalbox.script.Value;
import org.signalbox.script.VariableParser;

/** Reads {@code {class.name,parameters}}, one or several in a row (transformations.md §1). */
public final class TransformationParser {
  private final TransformationTable table;
  private final VariableParser variables;

  /**
   * Makes a parser.
   *
   * @param table the classes that are known
   * @param variables reads the variables that stand as parameters
   */
  public TransformationParser(TransformationTable table, VariableParser variables) {
    this.table = table;
    this.variables = variables;
  }

  /**
   * Transformations in the order in which they are applied.
   *
   * @param steps at least one
   * @param end the offset behind the last brace
   */
  public record Chain(List<Transformation> steps, int end) {
    public Chain {
      steps = List.copyOf(steps);
    }

    /** The operand with the transformations applied to it. */
    public Operand on(Operand source) {
      return new Transformed(source, steps.toArray(Transformation[]::new));
    }
  }

  /**
   * Reads all transformations from a place on, with blanks between them.
   *
   * @param text the text they stand in
   * @param start the place of the first opening brace
   * @throws NotationException when one is unknown or malformed; offsets are those of the text
   */
  public Chain parse(String text, int start) throws NotationException {
    List<Transformation> steps = new ArrayList<>();
    int end = start;
    int next = start;
    while (next < text.length() && text.charAt(next) == '{') {
      end = Specifier.closingBrace(text, next) + 1;
      steps.add(one(new Specifier(text, next, end - 1, variables)));
      next = Specifier.skipBlanks(text, end);
    }
    return new Chain(steps, end);
  }

  private Transformation one(Specifier specifier) throws NotationException {
    TransformationClass known = table.named(specifier.className());
    if (known == null) {
      throw new NotationException(
          "unknown-transformation",
          specifier.start(),
          "unknown transformation: [" + specifier.className() + "]",
          Suggestion.didYouMean(specifier.className(), table.names()));
    }
    Transformation made = known.make(specifier);
    specifier.end();
    return made;
  }

  private static final class Transformed implements Operand {
    private final Operand source;
    private final Transformation[] steps;

    Transformed(Operand source, Transformation[] steps) {
      this.source = source;
      this.steps = steps;
    }

    @Override
    public Value value(Frame frame) {
      Value value = source.value(frame);
      for (int i = 0; i < steps.length && !value.failed(); i++) {
        value = steps[i].apply(value, frame);
      }
      return value;
    }
  }
}
