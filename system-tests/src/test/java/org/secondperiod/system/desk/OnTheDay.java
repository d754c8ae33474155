package org.secondperiod.system.desk;

import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/**
 * What happens on the played day besides the demo: somebody of whom nothing is told yet is marked. So a test has its own family,
 * whatever other classes have done to those of the demo.
 */
final class OnTheDay {

    static final Duration SOON = Duration.ofSeconds(30);

    private final Layout layout;

    OnTheDay(Layout layout) {
        this.layout = layout;
    }

    Api as(String name) {
        return Api.as(name, layout);
    }

    Instant now() {
        return new ClockFile(layout.clockFile()).now();
    }

    /** The query of a school's day. */
    static String of(School school) {
        return "school=%s&day=%s".formatted(school.id(), PlayedMorning.morning().day());
    }

    static Stream<JsonNode> items(JsonNode listing) {
        return StreamSupport.stream(listing.path("items").spliterator(), false);
    }

    /** Somebody who has no badge and is in class, so that a mark decides; else somebody who is to be called, and was not. */
    String unseen(School school) {
        var inClass = items(
                        as("okafor").get(Part.OUTREACH, "/v1/whereabouts?state=NOT_ABSENT&limit=1000&" + of(school)))
                .map(each -> each.path("studentId").asText())
                .collect(toSet());
        var withoutBadge = District.usual().of(school).stream()
                .filter(student -> student.card() == null && student.firstPeriod() == null && !student.isOfAge())
                .map(Student::id)
                .filter(inClass::contains);
        var uncalled = items(as("okafor")
                        .get(Part.OUTREACH, "/v1/call-tasks?state=OPEN&uncalled=true&limit=1000&" + of(school)))
                .filter(task -> !task.path("weakEvidence").asBoolean())
                .map(task -> task.path("studentId").asText());
        return Stream.concat(withoutBadge, uncalled).findFirst().orElseThrow();
    }

    /** The attendance system says so of period 1. */
    void mark(School school, String student, String code) {
        var now = now();
        as("sis")
                .post(
                        Part.INGEST,
                        "/v1/absence-marks",
                        Map.of(
                                "studentId",
                                student,
                                "schoolId",
                                school.id(),
                                "schoolDay",
                                PlayedMorning.morning().day().toString(),
                                "period",
                                "1",
                                "code",
                                code,
                                "takenAt",
                                now.toString(),
                                "version",
                                now.getEpochSecond()));
    }

    /** Somebody is marked absent, and their family is to be called. */
    JsonNode absent(School school) {
        var student = unseen(school);
        mark(school, student, "A");
        return toCall(school, student);
    }

    /** The call of a student's family, once it is open. */
    JsonNode toCall(School school, String student) {
        return await().atMost(SOON)
                .until(() -> task(school, student).filter(task -> is(task, "OPEN")), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> task(School school, String student) {
        return items(as("okafor").get(Part.OUTREACH, "/v1/call-tasks?limit=1000&" + of(school)))
                .filter(task -> task.path("studentId").asText().equals(student))
                .findFirst();
    }

    private static boolean is(JsonNode task, String state) {
        return task.path("state").asText().equals(state);
    }

    /** The lead writes a call down: how many the callers have made is counted elsewhere. */
    JsonNode call(JsonNode task, Map<String, Object> attempt) {
        return as("okafor")
                .post(Part.OUTREACH, "/v1/call-tasks/" + task.path("taskId").asText() + "/attempts", attempt);
    }

    /** What is concluded of a student. */
    String state(School school, String student) {
        return items(as("okafor").get(Part.OUTREACH, "/v1/whereabouts?limit=1000&" + of(school)))
                .filter(each -> each.path("studentId").asText().equals(student))
                .map(each -> each.path("state").asText())
                .findFirst()
                .orElse("none");
    }
}
