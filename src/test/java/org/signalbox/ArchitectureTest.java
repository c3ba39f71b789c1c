// SPDX-License-Identifier: Apache-2.0
package org.signalbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.HouseWords.in;
import static org.signalbox.HouseWords.named;
import static org.signalbox.HouseWords.satisfy;
import static org.signalbox.HouseWords.standIn;
import static org.signalbox.HouseWords.useOnlyWhatThePlanAllows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The imports, names and habits that the house style marks as enforced. */
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int LONGEST_FILE = 800;
  private static final int LONGEST_SIGN = 12;
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.signalbox");

  @Test
  void everyRoomIsOnThePlan() {
    check(
        classes()
            .should(satisfy("stand in a planned room", t -> HousePlan.planned(HousePlan.room(t)))));
  }

  @Test
  void roomsUseOnlyWhatStandsBelowThem() {
    check(classes().should(useOnlyWhatThePlanAllows()));
  }

  @Test
  void roomsFormNoCycle() {
    slices()
        .assignedFrom(HouseWords.rooms())
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void groundKnowsTheJdkOnly() {
    check(
        noClasses()
            .that(standIn("the ground floor", HousePlan::ground))
            .should()
            .dependOnClassesThat(
                not(
                    resideInAnyPackage(
                        "org.signalbox..",
                        "org.jspecify..",
                        "java..",
                        "jdk..",
                        "javax.crypto..",
                        "javax.management..",
                        "javax.naming..",
                        "javax.net..",
                        "javax.security.."))));
  }

  @Test
  void nettyStaysInTransport() {
    confine("io.netty..", in("transport"));
  }

  @Test
  void dnsjavaStaysInResolver() {
    confine("org.xbill..", in("resolver"));
  }

  @Test
  void sipServletsStayInContainerServerAndBeans() {
    confine("javax.servlet..", in("container").or(in("server")).or(named("Bean")));
  }

  @Test
  void restAndJsonStayInAdmin() {
    confine("jakarta.ws.rs..", in("admin"));
    confine("jakarta.json..", in("admin"));
  }

  @Test
  void engineKnowsNoJakarta() {
    check(
        noClasses()
            .that(standIn("the engine", HousePlan::engine))
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta..")));
  }

  @Test
  void enterpriseBeansStayInDoorsTimersAndBeans() {
    DescribedPredicate<JavaClass> allowed =
        standIn("a door", HousePlan::door).or(named("Timer")).or(named("Bean"));
    confine("jakarta.ejb..", allowed);
    confine("jakarta.enterprise.concurrent..", allowed);
  }

  @Test
  void nobodyPrintsButTheMains() {
    check(noClasses().that(not(named("Main"))).should(ACCESS_STANDARD_STREAMS));
  }

  @Test
  void nobodyUsesJavaUtilLogging() {
    check(noClasses().should().dependOnClassesThat(resideInAnyPackage("java.util.logging..")));
  }

  @Test
  void threadsAreHandedIn() {
    check(noClasses().should().callConstructorWhere(target(owner(assignableTo(Thread.class)))));
    check(noClasses().should().beAssignableTo(Thread.class));
    check(noClasses().should().dependOnClassesThat().areAssignableTo(Executors.class));
    check(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    check(noClasses().should().callMethod(Thread.class, "sleep", long.class, int.class));
  }

  @Test
  void nobodyThrowsRawExceptions() {
    check(noClasses().should(THROW_GENERIC_EXCEPTIONS));
  }

  @Test
  void namesSayWhatTheClassIsFor() {
    String banned = "(.*(Impl|Manager|Helper|Utils?)|Abstract.*|I[A-Z][a-z].*)";
    check(
        classes().should(satisfy("have an earned name", t -> !t.getSimpleName().matches(banned))));
  }

  @Test
  void everyRoomHasASignOnItsDoor() throws IOException {
    assertThat(rooms()).allSatisfy(room -> assertThat(room.resolve("package-info.java")).exists());
  }

  @Test
  void everySignIsShortAndMarksItsRoomNullSafe() throws IOException {
    for (Path room : rooms()) {
      List<String> sign = Files.readAllLines(room.resolve("package-info.java"));
      assertThat(sign).as("%s", room).contains("@NullMarked");
      assertThat(sign)
          .as("Javadoc of %s", room)
          .filteredOn(line -> line.startsWith(" *") && !line.startsWith(" */"))
          .hasSizeBetween(1, LONGEST_SIGN);
    }
  }

  @Test
  void noFileIsTooLong() throws IOException {
    for (Path root : List.of(MAIN, Path.of("src/test/java"))) {
      for (Path file : javaFiles(root)) {
        assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(LONGEST_FILE);
      }
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(HOUSE);
  }

  private static void confine(String packages, DescribedPredicate<JavaClass> allowed) {
    check(
        noClasses().that(not(allowed)).should().dependOnClassesThat(resideInAnyPackage(packages)));
  }

  private static List<Path> rooms() throws IOException {
    return javaFiles(MAIN).stream().map(Path::getParent).distinct().toList();
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
