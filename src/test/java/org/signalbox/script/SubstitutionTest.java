// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
  private final List<String> errors = new ArrayList<>();
  private final Frame frame =
      new Frame() {
        @Override
        public void error(String cause) {
          errors.add(cause);
        }

        @Override
        public void warning(String cause) {}
      };

  /** Every variable is three characters long, {@code $ru} and such, and worth its name. */
  private static VariableParser.Found variable(String text, int start) {
    String name = text.substring(start + 1, start + 3);
    return new VariableParser.Found(Operand.constant(Value.of(name)), start + 3);
  }

  private Value replaced(String expression, String text) throws NotationException {
    return Substitution.parse(expression, SubstitutionTest::variable).apply(Value.of(text), frame);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/b/x/ abcb axcb",
        "/b/x/g abcb axcx",
        "/B/x/gi abcb axcx",
        "|a\\|b|x| a|bc xc",
        "/b/\\//g abcb a/c/",
        "/(b)(z)?/[\\1\\2\\9]/ abcb a[b]cb",
        "/b/\\$\\\\/ abcb a$\\cb",
        "/b/\\u/ abcb arucb",
        "/b/<$rU>/ abcb a<rU>cb",
        "/x*/-/g abc -a-b-c-"
      })
  void replaces(String expression, String text, String result) throws NotationException {
    assertThat(replaced(expression, text)).isEqualTo(Value.of(result));
  }

  @Test
  void whereNothingMatchesTheInputStaysItself() throws NotationException {
    Value number = Value.of(4711);
    Substitution substitution = Substitution.parse("/9/x/", SubstitutionTest::variable);
    assertThat(substitution.apply(number, frame)).isSameAs(number);
  }

  @ParameterizedTest
  @CsvSource({
    "'', bad-substitution, 0",
    "/a, bad-substitution, 2",
    "/a/b, bad-substitution, 4",
    "/a/b/x, bad-substitution, 5",
    "/a/\\q/, bad-substitution, 4",
    "/a(/b/, bad-regex, 1",
    "/a\\, bad-substitution, 3"
  })
  void whatIsMalformedIsRefusedWithItsPlace(String expression, String code, int offset) {
    assertThatThrownBy(() -> Substitution.parse(expression, SubstitutionTest::variable))
        .isInstanceOfSatisfying(
            NotationException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.offset()).isEqualTo(offset);
            });
  }

  @Test
  void aResultWithoutBoundFails() throws NotationException {
    String longText = "a".repeat(60_000);
    assertThat(replaced("/a/" + "x".repeat(1000) + "/g", longText)).isSameAs(Value.FAILED);
    assertThat(errors).containsExactly("the value would become too long");
  }

  @Test
  void aTextTooHardForTheExpressionFails() throws NotationException {
    assertThat(replaced("/(a|b)*c/x/", "ab".repeat(1_000_000))).isSameAs(Value.FAILED);
    assertThat(errors).hasSize(1);
  }
}
