package org.secondperiod.ingest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.intake.FactIntake;
import org.secondperiod.kit.problems.Problems;

class IngestArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.secondperiod.ingest");

    private static final ArchRule TIME_IS_DATA = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("time comes from the one injected Clock, which a demo and a test can set");

    private static final ArchRule SQL_IS_IN_DB_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackage("..db..")
            .should()
            .callMethod(Handle.class, "createQuery", String.class)
            .orShould()
            .callMethod(Handle.class, "createUpdate", String.class)
            .orShould()
            .callMethod(Handle.class, "prepareBatch", String.class)
            .orShould()
            .callMethod(Handle.class, "execute", String.class, Object[].class)
            .because("whoever looks for a query looks in one place of a feature");

    private static final ArchRule RESOURCES_ARE_IN_API_PACKAGES = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .resideInAPackage("..api..")
            .because("the way in is named the same in every feature");

    private static final ArchRule RESOURCES_INVENT_NO_PROBLEMS = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .callMethod(Problems.class, "of", int.class, String.class, String.class, String.class)
            .orShould()
            .callMethod(Problems.class, "build", int.class, String.class, String.class, String.class)
            .because("what a feature refuses stands in its one ...Problems file");

    @Test
    void theClassesWereFound() {
        assertThat(MAIN.contain(FactIntake.class)).isTrue();
    }

    @Test
    void timeIsData() {
        TIME_IS_DATA.check(MAIN);
    }

    @Test
    void sqlIsInDbPackages() {
        SQL_IS_IN_DB_PACKAGES.check(MAIN);
    }

    @Test
    void resourcesAreInApiPackages() {
        RESOURCES_ARE_IN_API_PACKAGES.check(MAIN);
    }

    @Test
    void resourcesInventNoProblems() {
        RESOURCES_INVENT_NO_PROBLEMS.check(MAIN);
    }

    @Test
    void violationsAreCaught() {
        var culprit = new ClassFileImporter().importClasses(Culprit.class);

        assertThatThrownBy(() -> TIME_IS_DATA.check(culprit)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> SQL_IS_IN_DB_PACKAGES.check(culprit)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> RESOURCES_INVENT_NO_PROBLEMS.check(culprit)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> RESOURCES_ARE_IN_API_PACKAGES.check(culprit)).isInstanceOf(AssertionError.class);
    }

    @Path("/culprit")
    static final class Culprit {

        Instant moment(Handle handle) {
            handle.createQuery("SELECT now()");
            return Instant.now();
        }

        HttpProblem refusal() {
            return Problems.of(418, "teapot", "A teapot", "Short and stout.");
        }
    }
}
