package org.secondperiod.ingest.taken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AttendanceTakenQuarkusTest {

    @Inject
    TestTopics topics;

    @Test
    void aClassOrAWholeSchoolSubmits() {
        var school = Api.school();

        post(body(school, ",\"classId\":\"ENG-101\"")).statusCode(200).body("outcome", equalTo("ACCEPTED"));
        post(body(school, "")).statusCode(200);

        assertThat(of(school)).extracting("classId").containsExactlyInAnyOrder("ENG-101", null);
    }

    @Test
    void manySubmitByCsv() {
        var school = Api.school();

        Api.sis()
                .contentType(Api.CSV)
                .body("""
                        schoolId,schoolDay,period,classId,takenAt,deleted
                        %1$s,2026-10-14,1,ENG-101,2026-10-14T08:31:00-04:00,
                        %1$s,2026-10-14,1,,2026-10-14T08:32:00-04:00,true
                        %1$s,2026-10-14,1,ENG 102,2026-10-14T08:32:00-04:00,
                        """.formatted(school))
                .post("/v1/attendance-taken/batch")
                .then()
                .body("accepted", equalTo(2))
                .body("errors[0].line", equalTo(4))
                .body("errors[0].field", equalTo("classId"));

        assertThat(of(school)).extracting("deleted").containsExactlyInAnyOrder(false, true);
    }

    @Test
    void aSchoolThatIsNotSetUpIsWaitedFor() {
        var school = Api.fresh("later");
        post(body(school, "")).statusCode(200).body("outcome", equalTo("QUARANTINED"));

        Api.putSchool(school);

        await().untilAsserted(() -> assertThat(of(school)).hasSize(1));
    }

    @Test
    void withoutTheScopeItIsRefused() {
        Api.as(TestTokens.person("rivera", "caller", "*"))
                .body(body("S", ""))
                .post("/v1/attendance-taken")
                .then()
                .statusCode(403);
    }

    private List<AttendanceTaken> of(String school) {
        return topics.readAll(Topics.TAKEN).stream()
                .filter(taken -> taken.schoolId().equals(school))
                .toList();
    }

    private static io.restassured.response.ValidatableResponse post(String body) {
        return Api.sis().body(body).post("/v1/attendance-taken").then();
    }

    private static String body(String school, String more) {
        return "{\"schoolId\":\"%s\",\"schoolDay\":\"2026-10-14\",\"period\":\"1\",\"takenAt\":\"2026-10-14T08:31:00-04:00\"%s}"
                .formatted(school, more);
    }
}
