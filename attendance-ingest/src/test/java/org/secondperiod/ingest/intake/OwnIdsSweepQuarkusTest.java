package org.secondperiod.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OwnIdsSweepQuarkusTest {

    /** More than one transaction forgets. */
    private static final int MANY = 25_000;

    @Inject
    Jdbi jdbi;

    @Inject
    OwnIdsSweep sweep;

    @Inject
    Clock clock;

    @Test
    void idsAreForgottenAfterAHundredAndTwentyDaysAndNotBefore() {
        taken("old", MANY, Duration.ofDays(121));
        taken("young", 10, Duration.ofDays(119));

        sweep.forget();

        assertThat(known("old")).isZero();
        assertThat(known("young")).isEqualTo(10);
    }

    private void taken(String subject, int many, Duration ago) {
        Instant at = clock.instant().minus(ago);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO taken_own_id (subject, own_id, version, content_hash, taken_at)
                        SELECT :subject, 'id-' || i, 0, 'hash', :at FROM generate_series(1, :many) i""")
                .bind("subject", subject)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("many", many)
                .execute());
    }

    private long known(String subject) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM taken_own_id WHERE subject = :subject")
                        .bind("subject", subject)
                        .mapTo(Long.class)
                        .one());
    }
}
