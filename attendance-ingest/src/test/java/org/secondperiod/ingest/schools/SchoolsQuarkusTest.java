package org.secondperiod.ingest.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SchoolsQuarkusTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");

    @Inject
    TestTopics topics;

    @Test
    void aSchoolIsSetUpWithDefaults() {
        var school = Api.fresh("S");

        put(school, "{\"name\":\"Bronx Lab\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("zone", equalTo("America/New_York"))
                .body("triggerPeriod", equalTo("1"))
                .body("graceMinutes", equalTo(3))
                .body("lateLimitMinutes", equalTo(20))
                .body("massAbsencePercent", equalTo(60))
                .body("holdMinutes", equalTo(10));

        Api.roster().get("/v1/schools/{s}", school).then().body("name", equalTo("Bronx Lab"));
        Api.roster().get("/v1/schools").then().body("items.schoolId", hasItem(school));
    }

    @Test
    void eachChangeSendsTheWholeSchoolAtAHigherVersion() {
        var school = Api.school();

        await().untilAsserted(
                        () -> assertThat(events(school)).extracting("version").containsExactly(1L, 2L, 3L));
        var last = events(school).getLast();
        assertThat(last.buildings()).containsExactly("B-EAST");
        assertThat(last.bellSchedules().getFirst().periods()).hasSize(2);
        assertThat(last.calendar().get(DAY).dayType()).isEqualTo("regular");
    }

    @Test
    void whatChangesNothingIsSilent() {
        var school = Api.school();

        date(school, "2026-10-14", "{\"dayType\":\"regular\"}").statusCode(200).header("ETag", "\"3\"");
        date(school, "2026-10-14", "{\"dayType\":null,\"note\":\"snow\"}")
                .statusCode(200)
                .header("ETag", "\"4\"");

        await().untilAsserted(
                        () -> assertThat(events(school)).extracting("version").containsExactly(1L, 2L, 3L, 4L));
        assertThat(events(school).getLast().calendar().get(DAY).dayType()).isNull();
    }

    @Test
    void anEditOfAnotherVersionIsRefused() {
        var school = Api.school();

        Api.roster()
                .header("If-Match", "\"1\"")
                .body("{\"dayType\":null}")
                .put("/v1/schools/{s}/calendar/2026-10-14", school)
                .then()
                .statusCode(412)
                .body("detail", containsString("version 3"));
    }

    @Test
    void aCalendarIsReplacedAsAWhole() {
        var school = Api.school();

        calendar(
                        school,
                        "{\"date\":\"2026-10-15\",\"dayType\":\"regular\"},{\"date\":\"2026-10-12\",\"note\":\"Columbus Day\"}")
                .statusCode(200);

        Api.roster()
                .get("/v1/schools/{s}/calendar", school)
                .then()
                .body("days.date", equalTo(List.of("2026-10-12", "2026-10-15")));
        Api.roster().get("/v1/schools/{s}/calendar/2026-10-14", school).then().body("dayType", equalTo(null));
    }

    @Test
    void aDayTypeNeedsABellScheduleByThen() {
        var school = Api.school();

        calendar(
                        school,
                        "{\"date\":\"2026-10-15\",\"dayType\":\"regular\"},{\"date\":\"2026-10-16\",\"dayType\":\"remote\"}")
                .statusCode(422)
                .body("violations[0].field", equalTo("days[1].dayType"))
                .body("violations[0].message", containsString("\"remote\""));
        calendar(school, "{\"date\":\"2026-08-31\",\"dayType\":\"regular\"}").statusCode(422);
        calendar(school, "{\"date\":\"2026-10-15\"},{\"date\":\"2026-10-15\"}")
                .statusCode(422)
                .body("violations[0].field", equalTo("days[1].date"));
    }

    @Test
    void aLaterScheduleStandsBesideTheEarlierOne() {
        var school = Api.school();

        bells(
                        school,
                        "{\"effectiveFrom\":\"2027-01-04\",\"periods\":[{\"period\":\"1\",\"start\":\"09:00\",\"end\":\"09:41\"}]}")
                .statusCode(200);

        Api.roster()
                .get("/v1/schools/{s}/bell-schedules/regular", school)
                .then()
                .body("items.effectiveFrom", equalTo(List.of("2026-09-01", "2027-01-04")))
                .body("items[1].periods[0].start", equalTo("09:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":""}                                      | name
            {"name":"A","zone":"Eastern"}                    | zone
            {"name":"A","zone":"-05:00"}                     | zone
            {"name":"A","graceMinutes":-1}                   | graceMinutes
            {"name":"A","massAbsencePercent":0}              | massAbsencePercent
            {"name":"A","buildings":["B 1"]}                 | buildings[0]
            {"name":"A","buildings":["B","B"]}               | buildings[1]
            {"name":"A","grace":3}                           | grace
            {"name":"A","holdMinutes":"ten"}                 | holdMinutes
            """)
    void aSettingThatIsNotValidIsNamed(String body, String field) {
        put(Api.fresh("S"), body).statusCode(422).body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"effectiveFrom":"2026-09-01","periods":[{"period":"1","start":"8 am","end":"08:41"}]}  | periods[0].start
            {"effectiveFrom":"2026-09-01","periods":[{"period":"1","start":"09:00","end":"08:41"}]} | periods[0].end
            {"effectiveFrom":"09/01/2026","periods":[{"period":"1","start":"08:00","end":"08:41"}]} | effectiveFrom
            {"periods":[{"period":"1","start":"08:00","end":"08:41"}]}                              | effectiveFrom
            {"effectiveFrom":"2026-09-01","periods":[{"period":"2","start":"08:00","end":"08:41"}]} | periods
            {"effectiveFrom":"2026-09-01"}                                                          | periods
            """)
    void aBellScheduleThatIsNotValidIsNamed(String body, String field) {
        bells(Api.school(), body).statusCode(422).body("violations[0].field", equalTo(field));
    }

    @Test
    void bellsOfASchoolThatIsNotSetUpAreRefusedWithTheWayOut() {
        bells(
                        Api.fresh("S"),
                        "{\"effectiveFrom\":\"2026-09-01\",\"periods\":[{\"period\":\"1\",\"start\":\"08:00\",\"end\":\"08:41\"}]}")
                .statusCode(404)
                .body("detail", containsString("PUT /v1/schools/{schoolId}"));
    }

    @Test
    void whoMayNotIsRefused() {
        var school = Api.school();
        var body = "{\"name\":\"A\"}";

        Api.sis().body(body).put("/v1/schools/{s}", school).then().statusCode(403);
        Api.as(TestTokens.system("sync", "roster:write", "elsewhere"))
                .body(body)
                .put("/v1/schools/{s}", school)
                .then()
                .statusCode(403);
        Api.as(TestTokens.person("boss", "admin", "*"))
                .body(body)
                .put("/v1/schools/{s}", school)
                .then()
                .statusCode(200);
        Api.as(TestTokens.person("rivera", "caller", "elsewhere"))
                .get("/v1/schools")
                .then()
                .body("items.schoolId", not(hasItem(school)));
    }

    @Test
    void aListingIsOfTheTokensSchools() {
        var school = Api.school();

        Api.as(TestTokens.person("rivera", "caller", school))
                .get("/v1/schools")
                .then()
                .body("items", hasSize(1));
    }

    private List<SchoolChanged> events(String school) {
        return topics.readAll(Topics.SCHOOLS).stream()
                .filter(event -> event.schoolId().equals(school))
                .toList();
    }

    private static ValidatableResponse put(String school, String body) {
        return Api.roster().body(body).put("/v1/schools/{s}", school).then();
    }

    private static ValidatableResponse bells(String school, String body) {
        return Api.roster()
                .body(body)
                .put("/v1/schools/{s}/bell-schedules/regular", school)
                .then();
    }

    private static ValidatableResponse calendar(String school, String days) {
        return Api.roster()
                .body("{\"days\":[" + days + "]}")
                .put("/v1/schools/{s}/calendar", school)
                .then();
    }

    private static ValidatableResponse date(String school, String date, String body) {
        return Api.roster()
                .body(body)
                .put("/v1/schools/{s}/calendar/{d}", school, date)
                .then();
    }
}
