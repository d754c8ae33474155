package org.secondperiod.kit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.delivery.Outbox;

class KitArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.secondperiod.kit");

    private static final ArchRule TIME_IS_DATA = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes from the one injected Clock, which a demo and a test can set");

    private static final ArchRule IDS_ARE_PLAIN = noClasses()
            .that()
            .resideInAPackage("..kit.ids..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "org.jdbi..", "org.apache.kafka..")
            .because("the pure domain is built on them");

    @Test
    void theClassesWereFound() {
        assertThat(MAIN.contain(Outbox.class)).isTrue();
    }

    @Test
    void timeIsData() {
        TIME_IS_DATA.check(MAIN);
    }

    @Test
    void aClassThatReadsTheClockItselfIsCaught() {
        var culprit = new ClassFileImporter().importClasses(ReadsTheClock.class);

        assertThatThrownBy(() -> TIME_IS_DATA.check(culprit)).isInstanceOf(AssertionError.class);
    }

    @Test
    void idsArePlain() {
        IDS_ARE_PLAIN.check(MAIN);
    }

    static final class ReadsTheClock {
        Instant moment() {
            return Instant.now();
        }
    }
}
