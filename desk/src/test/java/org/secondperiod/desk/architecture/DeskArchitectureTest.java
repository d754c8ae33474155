package org.secondperiod.desk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.desk.architecture.culprit.ReachesIntoADatabase;
import org.secondperiod.desk.pages.Shell;

class DeskArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.secondperiod.desk");

    private static final JavaClasses CULPRIT = new ClassFileImporter().importClasses(ReachesIntoADatabase.class);

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.jdbi..", "javax.sql..", "org.apache.kafka..", "org.secondperiod.kit.delivery..")
                        .because("the desk is a client of the four APIs like any other"),
                classes()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .resideInAPackage("..api")
                        .because("technology comes last in a feature's packages"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..http", "..api", "..problems")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.vertx..", "jakarta.ws.rs..")
                        .because("a feature's root is pure"));
    }

    @Test
    void theClassesWereFound() {
        assertThat(MAIN.contain(Shell.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulesHold(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whoBreaksThemIsCaught(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(CULPRIT)).isInstanceOf(AssertionError.class);
    }
}
