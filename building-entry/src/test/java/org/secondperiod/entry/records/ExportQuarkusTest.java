package org.secondperiod.entry.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.putBadge;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TablesOfStudents;
import org.secondperiod.kit.testing.TestTokens;

/** All that this service holds of a student. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExportQuarkusTest {

    @Inject
    RecordClasses records;

    @Test
    void aStudentsBadgesAreInIt() {
        String ana = id("ana");
        String badge = id("B");
        putBadge(badge, "{\"studentId\":\"%s\"}".formatted(ana)).statusCode(200);

        as(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get("/v1/students/{id}/export", ana)
                .then()
                .statusCode(200)
                .body("classes.recordClass", contains("expired-scans", "waiting-scans", "badges"))
                .body("classes[2].tables[0].rows.badge", contains(badge));
    }

    @Test
    void everyTableThatNamesAStudentIsOfAClass() {
        assertThat(TablesOfStudents.withoutClass(records)).isEmpty();
    }

    @Test
    void everyTableThatNamesAStudentIsGuardedAlsoAgainstItsOwner() {
        assertThat(TablesOfStudents.withoutGuard()).isEmpty();
    }
}
