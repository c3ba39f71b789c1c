// SPDX-License-Identifier: Apache-2.0
package org.signalbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Predicate;

/** The words in which {@link ArchitectureTest} writes its rules. */
final class HouseWords {
  private HouseWords() {}

  static DescribedPredicate<JavaClass> in(String room) {
    return standIn(room, room::equals);
  }

  static DescribedPredicate<JavaClass> standIn(String name, Predicate<String> rooms) {
    return describe("stand in " + name, type -> rooms.test(HousePlan.room(type)));
  }

  /** Nested classes belong to the class that has the name. */
  static DescribedPredicate<JavaClass> named(String suffix) {
    return describe("are named *" + suffix, type -> outermost(type).endsWith(suffix));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseWords::outermost).orElse(type.getSimpleName());
  }

  static ArchCondition<JavaClass> satisfy(String what, Predicate<JavaClass> test) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(type, test.test(type), type.getName() + " does not " + what));
      }
    };
  }

  static ArchCondition<JavaClass> useOnlyWhatThePlanAllows() {
    return new ArchCondition<>("use only what the plan of the house allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(d -> HousePlan.ours(d.getTargetClass()))
            .filter(
                d -> !HousePlan.mayUse(HousePlan.room(type), HousePlan.room(d.getTargetClass())))
            .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
      }
    };
  }

  static SliceAssignment rooms() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return HousePlan.ours(type)
            ? SliceIdentifier.of(HousePlan.room(type))
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "rooms";
      }
    };
  }
}
