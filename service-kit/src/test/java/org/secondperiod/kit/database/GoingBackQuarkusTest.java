package org.secondperiod.kit.database;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;

/** Who goes back to the version before finds what the later one did to the database, and starts all the same. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class GoingBackQuarkusTest {

    @Inject
    Flyway flyway;

    private final Jdbi owner = TestDatabase.asOwner();

    /** One of the kit, numbered before the service's own, and one of the service. */
    @ParameterizedTest
    @ValueSource(strings = {"0.999", "999"})
    void aMigrationOfALaterVersionIsNoFault(String version) {
        owner.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                            execution_time, success)
                        SELECT max(installed_rank) + 1, :version, 'of a later version', 'SQL', 'V' || :version || '__of_a_later_version.sql',
                            1, 'postgres', 1, true FROM flyway_schema_history
                        """).bind("version", version).execute());

        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }

    @AfterEach
    void asItWas() {
        owner.useHandle(
                handle -> handle.execute("DELETE FROM flyway_schema_history WHERE description = 'of a later version'"));
    }
}
