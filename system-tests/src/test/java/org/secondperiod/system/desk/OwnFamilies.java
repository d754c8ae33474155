package org.secondperiod.system.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.RosterImport;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;

/**
 * A district of one school, on a stack of its own. The school has no doors, and its period 1 is over at half past seven. Its few
 * students, each of a family of their own ({@link FamilyRoster}), are marked absent in it: all of the families are to be called.
 */
final class OwnFamilies implements AutoCloseable {

    private static final String SCHOOL = FirstRun.SCHOOL;
    private static final int CONTACTS = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Each of them may call there: so that each test has a caller who has no other family in hand. */
    private static final List<String> CALLERS = List.of("rivera", "chen", "diallo", "okafor");

    private final FirstRun district;
    private final Map<Integer, String> tasks = new ConcurrentHashMap<>();

    private OwnFamilies(FirstRun district) {
        this.district = district;
    }

    /**
     * Starts it, and waits until the call of each family is open, whether or not it is an hour at which families are called.
     *
     * @param name of the folder in which its state is kept
     * @param now what time it is there, after half past seven
     * @param environment what an installation sets in that of its services
     * @param families how many
     */
    static OwnFamilies start(String name, LocalTime now, Map<String, String> environment, int families) {
        var district = FirstRun.start(name, now, environment);
        try {
            var own = new OwnFamilies(district);
            own.setUp();
            own.enrol(families);
            for (int n = 1; n <= families; n++) {
                own.markAbsent(n, FirstRun.at(now).toString());
            }
            for (int n = 1; n <= families; n++) {
                own.awaitCard(n);
            }
            CALLERS.forEach(own::awaitLetIn);
            return own;
        } catch (RuntimeException | Error e) {
            district.close();
            throw e;
        }
    }

    private void setUp() {
        var path = "/v1/schools/" + SCHOOL;
        var sync = as("roster-sync");
        sync.put(
                Part.INGEST,
                path,
                Map.of(
                        "name",
                        "Maple School",
                        "zone",
                        Stack.ZONE.getId(),
                        "buildings",
                        List.of(),
                        "triggerPeriod",
                        "1"));
        sync.put(
                Part.INGEST,
                path + "/bell-schedules/regular",
                Map.of(
                        "effectiveFrom",
                        FirstRun.DAY.withDayOfMonth(1).toString(),
                        "remote",
                        false,
                        "periods",
                        List.of(period("1", "07:00", "07:30"), period("2", "07:35", "14:30"))));
        sync.put(
                Part.INGEST,
                path + "/calendar",
                Map.of("days", List.of(Map.of("date", FirstRun.DAY.toString(), "dayType", "regular"))));
        for (var caller : CALLERS) {
            as("moreau")
                    .post(
                            Part.OUTREACH,
                            "/v1/grants",
                            Map.of(
                                    "subject",
                                    caller,
                                    "role",
                                    "caller",
                                    "schools",
                                    List.of(SCHOOL),
                                    "why",
                                    "calls the families of Maple School"));
        }
    }

    private static Map<String, String> period(String name, String start, String end) {
        return Map.of("period", name, "start", start, "end", end);
    }

    private void enrol(int families) {
        try {
            var zip = FamilyRoster.write(SCHOOL, families);
            var ended = new RosterImport(as("roster-sync")).send(zip, "", state -> {});
            Files.delete(zip);
            assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DONE");
            assertThat(ended.path("counts").path("rowsRejected").asInt())
                    .as(ended.toString())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void markAbsent(int n, String at) {
        as("sis")
                .post(
                        Part.INGEST,
                        "/v1/absence-marks",
                        Map.of(
                                "studentId",
                                FamilyRoster.student(n),
                                "schoolId",
                                SCHOOL,
                                "schoolDay",
                                FirstRun.DAY.toString(),
                                "period",
                                "1",
                                "code",
                                "A",
                                "takenAt",
                                at));
    }

    /** Facts come on several topics: the call may be there before its family is. */
    private void awaitCard(int n) {
        await().atMost(SOON).ignoreExceptionsInstanceOf(ApiException.class).untilAsserted(() -> {
            var open = openTask(n);
            assertThat(open).as(FamilyRoster.student(n)).isPresent();
            tasks.put(n, open.orElseThrow().path("taskId").asText());
            assertThat(card(n).path("callees").size()).isEqualTo(CONTACTS);
        });
    }

    /** Grants are given at outreach-service, and told to the others. */
    private void awaitLetIn(String caller) {
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(ApiException.class)
                .until(() -> as(caller)
                        .get(Part.INGEST, "/v1/schools/" + SCHOOL)
                        .path("schoolId")
                        .asText()
                        .equals(SCHOOL));
    }

    private Optional<JsonNode> openTask(int n) {
        return OnTheDay.items(as("rivera")
                        .get(
                                Part.OUTREACH,
                                "/v1/call-tasks?state=OPEN&limit=100&school=%s&day=%s".formatted(SCHOOL, FirstRun.DAY)))
                .filter(task -> task.path("studentId").asText().equals(FamilyRoster.student(n)))
                .findFirst();
    }

    private JsonNode card(int n) {
        return as("rivera").get(Part.OUTREACH, "/v1/call-tasks/" + taskId(n) + "/card");
    }

    /** The call of the n-th student's family. */
    String taskId(int n) {
        return Objects.requireNonNull(tasks.get(n));
    }

    Api as(String name) {
        return district.as(name);
    }

    /** It is this time now, at which families may be called, unless it is later already. Waits until outreach-service knows. */
    void itIsNoEarlierThan(LocalTime time) {
        district.itIsNoEarlierThan(time);
        await().atMost(SOON)
                .until(() -> card(1).path("permittedHours").path("now").asBoolean());
    }

    /** Signs in whoever calls, and opens the card of the n-th student's family. */
    Desk openCard(String caller, int n) {
        var desk = district.signIn(Screen.WIDE, caller);
        desk.open("/s/%s/calls/%s".formatted(SCHOOL, taskId(n)));
        return desk;
    }

    @Override
    public void close() {
        district.close();
    }
}
