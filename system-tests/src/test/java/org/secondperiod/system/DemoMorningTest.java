package org.secondperiod.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.morning.Cast.Role;
import org.secondperiod.local.morning.SimulatedMorning;
import org.secondperiod.local.stack.DetachedProcess;
import org.secondperiod.local.stack.Lock;
import org.secondperiod.local.stack.Part;

/** The demo's whole morning, as a newcomer sees it, and then what each student of the story came to. */
@ExtendWith(PlayedMorning.class)
@TestMethodOrder(OrderAnnotation.class)
class DemoMorningTest {

    private static final Map<String, JsonNode> WHEREABOUTS = new HashMap<>();
    private static final Map<String, JsonNode> TASKS = new HashMap<>();
    private static OwnStack stack;
    private static SpProcess.Result demo;
    private static LocalDate day;
    private static SimulatedMorning morning;

    @BeforeAll
    static void readWhatCameOfIt() {
        stack = PlayedMorning.morning().stack();
        demo = PlayedMorning.morning().demo();
        day = PlayedMorning.morning().day();
        morning = new SimulatedMorning(
                District.usual(), day, new ClockFile(stack.layout().clockFile()), as("district-frontend"), line -> {});
        for (var school : School.ALL) {
            all("/v1/whereabouts?school=%s&day=%s&limit=200".formatted(school.id(), day))
                    .forEach(one -> WHEREABOUTS.put(one.path("studentId").asText(), one));
            all("/v1/call-tasks?school=%s&day=%s&limit=200".formatted(school.id(), day))
                    .forEach(one -> TASKS.put(one.path("studentId").asText(), one));
        }
    }

    @Test
    @Order(1)
    void theTerminalTellsTheMorningAndWhatToTryNext() {
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output())
                .contains("period 1 is over")
                .contains("bus 14 is here")
                .contains("the gym door is back")
                .contains("The morning is over.")
                .contains("./sp explain")
                .contains("rivera")
                .contains(
                        "The desk, where families are called: " + stack.layout().url(Part.DESK));
    }

    @Test
    @Order(2)
    void everyEnrolledStudentHasAConclusion() {
        assertThat(WHEREABOUTS).hasSize(District.usual().students().size());
    }

    @Test
    @Order(3)
    void eachPartOfTheStoryComesToItsEnd() {
        assertStates(Role.ABSENT, Set.of("UNACCOUNTED", "SEEN_IN_SCHOOL"), Set.of("OPEN", "WITHDRAWN"));
        assertStates(Role.HALLWAY, Set.of("IN_BUILDING", "SEEN_IN_SCHOOL"), Set.of("none"));
        assertStates(Role.BUS, Set.of("ARRIVED"), Set.of("ARRIVED"));
        assertStates(Role.LATE, Set.of("ARRIVED"), Set.of("ARRIVED"));
        assertStates(Role.LEFT, Set.of("UNACCOUNTED"), Set.of("OPEN"));
        assertStates(Role.CORRECTED, Set.of("NOT_ABSENT"), Set.of("WITHDRAWN"));
        assertStates(Role.UNMAPPED_CODE, Set.of("EXPLAINED"), Set.of("WITHDRAWN"));
        assertStates(Role.EXCUSED, Set.of("EXPLAINED"), Set.of("none"));
        assertStates(Role.TRIP, Set.of("EXPLAINED"), Set.of("none"));
        assertStates(Role.ELSEWHERE, Set.of("HELD"), Set.of("OPEN"));
        assertStates(Role.GYM_DOOR, Set.of("IN_BUILDING"), Set.of("none", "WITHDRAWN"));
        assertStates(Role.GYM_DOOR_IN_CLASS, Set.of("NOT_ABSENT"), Set.of("none"));
        assertStates(Role.OLD_BADGE, Set.of("IN_BUILDING"), Set.of("WITHDRAWN"));
        assertStates(Role.UNSUBMITTED, Set.of("HELD"), Set.of("OPEN"));
    }

    @Test
    @Order(3)
    void whomToCallIsKnownFromTheSchoolYearSoFar() {
        var soFar = Pattern.compile("Loaded the school year so far: .* of the (\\d+) school days before this one")
                .matcher(demo.output());
        var days = soFar.find() ? Integer.parseInt(soFar.group(1)) : 0;

        assertThat(days).as("school days before %s", day).isGreaterThanOrEqualTo(day.getMonthValue() == 9 ? 0 : 20);
        if (days >= 20) {
            assertThat(TASKS.values())
                    .extracting(task -> task.path("bandReason").asText())
                    .noneMatch("Nothing is known of the days before."::equals);
            assertThat(TASKS.values())
                    .extracting(task -> task.path("band").asInt())
                    .contains(2, 3, 4);
        }
    }

    @Test
    @Order(3)
    void reportsAreWhatIndependentSqlMakesOfThem() {
        var checked = stack.sp().run(Duration.ofMinutes(2), "reports", "rebuild", "--check");

        assertThat(checked.exitCode()).as(checked.output()).isZero();
        assertThat(checked.output()).contains("as of " + day).doesNotContain("DIFFER");
    }

    @Test
    @Order(4)
    void aTaskFromAHoldNeverSaysAbsent() {
        for (var student : morning.cast().of(Role.UNSUBMITTED)) {
            var taskId = TASKS.get(student.id()).path("taskId").asText();

            var task = as("okafor").get(Part.OUTREACH, "/v1/call-tasks/" + taskId);

            assertThat(task.path("weakEvidence").asBoolean()).isTrue();
            assertThat(task.path("firstLine").asText())
                    .startsWith("Is ")
                    .endsWith("on the way to school?")
                    .doesNotContain("absent");
        }
    }

    @Test
    @Order(4)
    void aCodeThatNobodyHadMappedWasAQuestionUntilItWas() {
        assertThat(demo.output())
                .contains("2 because nobody has said what their mark's code means")
                .contains("It is mapped now: excused, medical. 0 are still held for it");
        for (var student : morning.cast().of(Role.UNMAPPED_CODE)) {
            assertThat(TASKS.get(student.id()).path("weakEvidence").asBoolean()).isTrue();

            var explained = stack.sp().run(Duration.ofMinutes(1), "explain", student.id(), day.toString());

            assertThat(explained.output())
                    .containsSubsequence(
                            "HELD (CODE_UNKNOWN) by rule 10. Marked with the code Z9 in period 1",
                            "Call task OPENED",
                            "EXPLAINED (medical) by rule 3. Marked excused in period 1",
                            "Call task WITHDRAWN (EXPLAINED)")
                    .doesNotContain("absent");
        }
    }

    @Test
    @Order(5)
    void theStudentWhoLeftIsCalledFirst() {
        var left = morning.cast().of(Role.LEFT).getFirst();

        var first = as("rivera").post(Part.OUTREACH, "/v1/call-tasks/next", Map.of());

        assertThat(first.path("studentId").asText()).isEqualTo(left.id());
        var again = as("rivera").post(Part.OUTREACH, "/v1/call-tasks/next", Map.of());
        assertThat(again.path("taskId").asText())
                .as("the caller's live claim is handed out again")
                .isEqualTo(first.path("taskId").asText());
    }

    @Test
    @Order(6)
    void aCallerSeesNoOtherSchoolAndAnAnalystNoNames() {
        var otherSchool = "/v1/call-tasks?school=%s&day=%s".formatted(School.HARBOR_POINT.id(), day);
        assertThatThrownBy(() -> as("rivera").get(Part.OUTREACH, otherSchool)).isInstanceOf(ApiException.class);

        var familyNames = new HashSet<String>();
        District.usual().students().forEach(student -> familyNames.add(student.familyName()));
        var seen = as("haddad")
                .get(Part.OUTREACH, "/v1/whereabouts/summary?school=%s&day=%s".formatted(School.BRONX_LAB.id(), day));
        assertThat(familyNames).noneMatch(name -> seen.toString().contains('"' + name + '"'));
    }

    @Test
    @Order(7)
    void withoutATokenNoServiceAnswers() throws IOException, InterruptedException {
        for (var path : Map.of(
                        Part.INGEST, "/v1/schools",
                        Part.ENTRY, "/v1/readers",
                        Part.OUTREACH, "/v1/whereabouts",
                        Part.REPORTING, "/v1/anything")
                .entrySet()) {
            var request = HttpRequest.newBuilder(URI.create(stack.layout().url(path.getKey()) + path.getValue()))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .as(path.getKey().label())
                    .isEqualTo(401);
        }
    }

    @Test
    @Order(8)
    void anyStudentsDayCanBeExplained() {
        var bus = morning.cast().of(Role.BUS).getFirst();

        var explained = stack.sp().run(Duration.ofMinutes(1), "explain", bus.id(), day.toString());

        assertThat(explained.exitCode()).as(explained.output()).isZero();
        assertThat(explained.output()).contains("absent").contains("08:50").contains("rule");
    }

    @Test
    @Order(9)
    void readingAllMarksAndScansAgainChangesNothing() {
        var before = taskVersions();

        for (var topic : List.of("attendance.marks.v1", "building.scans.v1")) {
            as("moreau").post(Part.OUTREACH, "/v1/replay", Map.of("topic", topic));
        }

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(taskVersions()).isEqualTo(before));
    }

    @Test
    @Order(10)
    void noNameNoNumberAndNothingThatPeopleWroteIsInALogAMetricOrATopic() throws IOException, InterruptedException {
        var canaries = Leaks.of(District.usual());
        var student = morning.cast().of(Role.LEFT).getFirst();
        var sighting = Map.of("studentId", student.id(), "schoolId", School.BRONX_LAB.id(), "seen", "not-in");
        as("okafor").post(Part.OUTREACH, "/v1/sightings", with(sighting, "note", canaries.word("a note")));
        as("okafor").post(Part.OUTREACH, "/v1/students/by-name", Map.of("name", student.familyName()));
        as("moreau")
                .post(
                        Part.OUTREACH,
                        "/v1/disclosures",
                        Map.of(
                                "studentId", student.id(),
                                "recipient", canaries.word("who got records"),
                                "what", canaries.word("which records"),
                                "why", canaries.word("why they got them")));
        var tooLong =
                with(sighting, "note", canaries.word("a note that is too long").repeat(60));
        assertThatThrownBy(() -> as("okafor").post(Part.OUTREACH, "/v1/sightings", tooLong))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(canaries.in(refused.getMessage().getBytes(UTF_8)))
                            .isEmpty();
                });

        assertThat(Leaks.of(canaries, stack.layout())).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    @Test
    @Order(10)
    void nothingIsADeadLetterAndTheDoctorFindsTheStackWell() {
        for (var service : List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING)) {
            as("moreau")
                    .get(service, "/v1/dead-letters")
                    .forEach(consumer -> assertThat(consumer.path("letters")).isEmpty());
        }
        var status = stack.sp().run(Duration.ofMinutes(1), "status");
        assertThat(status.exitCode()).as(status.output()).isZero();
        var doctor = stack.sp().run(Duration.ofMinutes(1), "doctor");
        assertThat(doctor.exitCode()).as(doctor.output()).isZero();
        assertThat(doctor.output())
                .doesNotContain("FAULT")
                .contains(
                        "good   topics",
                        "good   identity provider",
                        "good   databases",
                        "good   marks' times",
                        "good   PostgreSQL's clock",
                        "good   schools",
                        "good   roster",
                        "good   consumers",
                        "good   dead letters");
    }

    @Test
    @Order(9)
    void whatDiedIsStartedAgainAndTheDayStays() throws IOException {
        var played = Files.readString(stack.layout().playedDaysFile());
        var dead = DetachedProcess.find(stack.layout().pidFile(Part.OUTREACH)).orElseThrow();
        var before = taskVersions();
        dead.stop();
        assertThat(stack.sp().run(Duration.ofMinutes(1), "status").exitCode()).isEqualTo(3);

        var started = stack.sp().run(Duration.ofMinutes(5), "start");

        assertThat(started.exitCode()).as(started.output()).isZero();
        assertThat(started.output())
                .contains("outreach-service   ready")
                .contains("By the stack's clock it is")
                .contains(day.toString())
                .doesNotContainPattern("desk +ready");
        assertThat(Files.readString(stack.layout().playedDaysFile())).isEqualTo(played);
        assertThat(taskVersions().keySet()).isEqualTo(before.keySet());
    }

    @Test
    @Order(10)
    void aSecondDemoIsRefusedWhileOneIsPlaying() throws IOException {
        var played = Files.readString(stack.layout().playedDaysFile());
        try (var playing = Lock.take(stack.layout().playLock(), "playing")) {
            var second = stack.sp().run(Duration.ofMinutes(1), "demo", "--fresh");

            assertThat(playing).isNotNull();
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.output())
                    .contains(
                            "A demo is playing (pid " + ProcessHandle.current().pid() + ")");
        }
        assertThat(Files.readString(stack.layout().playedDaysFile())).isEqualTo(played);
    }

    private static Map<String, String> taskVersions() {
        var versions = new HashMap<String, String>();
        for (var school : School.ALL) {
            all("/v1/call-tasks?school=%s&day=%s&limit=200".formatted(school.id(), day))
                    .forEach(task -> versions.put(
                            task.path("studentId").asText(),
                            task.path("state").asText() + task.path("version").asText()));
        }
        return versions;
    }

    private static void assertStates(Role role, Set<String> whereabouts, Set<String> tasks) {
        var students = morning.cast().of(role);
        assertThat(students).as("students in the part %s", role).isNotEmpty();
        for (Student student : students) {
            var where = WHEREABOUTS.get(student.id());
            assertThat(where)
                    .as("whereabouts of a student in the part %s", role)
                    .isNotNull();
            assertThat(where.path("state").asText()).as("%s: %s", role, where).isIn(whereabouts);
            var task = TASKS.get(student.id());
            assertThat(task == null ? "none" : task.path("state").asText())
                    .as("%s: the task %s", role, task)
                    .isIn(tasks);
        }
    }

    private static List<JsonNode> all(String path) {
        var items = new java.util.ArrayList<JsonNode>();
        String cursor = null;
        do {
            var page = as("district-frontend").get(Part.OUTREACH, cursor == null ? path : path + "&cursor=" + cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").isMissingNode()
                    ? null
                    : page.path("nextCursor").asText();
        } while (cursor != null);
        return items;
    }

    private static Api as(String name) {
        return Api.as(name, stack.layout());
    }
}
