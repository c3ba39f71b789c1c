// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Operand;
import org.signalbox.script.Value;

class TransformationParserTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "$(x{s.nope})|4|unknown transformation: [s.nope]",
        "$(x{s.len}{t.len})|11|unknown transformation: [t]",
        "$(x{len})|4|invalid transformation: {len}",
        "$(x{s.strip,})|12|invalid param in transformation: {s.strip,}",
        "$(x{s.substr,1,b})|15|invalid param in transformation: {s.substr,1,b}",
        "$(x{s.strip})|11|invalid param in transformation: {s.strip}",
        "$(x{s.len,3})|10|invalid param in transformation: {s.len,3}",
        "$(x{s.strip,$y})|12|error searching pvar",
        "$(x{s.strip,$(x{s.no})})|16|unknown transformation: [s.no]",
        "$(x{re.subst,/a/b})|17|a delimiter of the substitution is missing",
        "$(x{s.len)|3|transformation without closing brace"
      })
  void aMistakeIsToldWithItsPlace(String text, int offset, String reason) {
    NotationException problem = refusal(text);
    assertThat(problem.offset()).isEqualTo(offset);
    assertThat(problem.reason()).isEqualTo(reason);
  }

  @Test
  void aNameThatIsCloseIsNamed() {
    assertThat(refusal("$(x{s.sbstr,1,2})").help()).isEqualTo("did you mean 'substr'?");
    assertThat(refusal("$(x{parm.count})").help()).isEqualTo("did you mean 'param'?");
  }

  private static NotationException refusal(String text) {
    GivenVariables variables = new GivenVariables(Map.of("x", Value.of("x")));
    NotationException problem =
        catchThrowableOfType(NotationException.class, () -> variables.parse(text, 0));
    assertThat(problem).isNotNull();
    return problem;
  }

  @Test
  void aParameterMayBeATransformedVariable() throws NotationException {
    Map<String, Value> given = Map.of("x", Value.of("Hello"), "y", Value.of("xx"));
    assertThat(new GivenVariables(given).value("$(x{s.strip,$(y{s.len}{s.len})})"))
        .isEqualTo(Value.of("ello"));
  }

  @Test
  void afterAFailureNothingIsApplied() throws NotationException {
    GivenVariables run = new GivenVariables(Map.of("x", Value.NULL));
    assertThat(run.value("$(x{s.len}{val.n0})")).isSameAs(Value.FAILED);
    assertThat(run.errors).isEmpty();
  }

  @Test
  void aModuleMayBringItsOwnClass() throws NotationException {
    TransformationClass own =
        new NamedTransformations("shop")
            .with("twice", TransformationParserTest::twice)
            .text("loud", (text, frame) -> Value.of(text + "!"));
    TransformationParser parser =
        new TransformationParser(
            new TransformationTable(List.of(own)), new GivenVariables(Map.of()));
    String text = "{shop.twice,-}{shop.loud} rest";
    TransformationParser.Chain chain = parser.parse(text, 0);
    assertThat(chain.end()).isEqualTo(text.indexOf(" rest"));
    assertThat(chain.on(Operand.constant(Value.of("a"))).value(new GivenVariables(Map.of())))
        .isEqualTo(Value.of("a-a!"));
  }

  private static Transformation twice(Specifier specifier) throws NotationException {
    Parameter joint = specifier.text();
    return (input, frame) -> Value.of(input.text() + joint.value(frame).text() + input.text());
  }
}
