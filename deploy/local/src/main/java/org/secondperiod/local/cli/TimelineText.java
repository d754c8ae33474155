package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A student's day in sentences. */
final class TimelineText {

    /** Learnt of this much later than it happened, it is worth saying. */
    private static final Duration LATE = Duration.ofMinutes(3);

    private static final Map<String, String> STATES = Map.of(
            "NO_SCHOOL", "there is no school",
            "NOT_ENROLLED", "not enrolled at this school",
            "EXPLAINED", "explained: no call",
            "NOT_ABSENT", "not absent",
            "SEEN_IN_SCHOOL", "seen in school",
            "IN_BUILDING", "in the building, but not in class",
            "ARRIVED", "arrived late",
            "WAITING", "too early to say",
            "HELD", "held: something must be cleared up before anybody is called",
            "UNACCOUNTED", "marked absent, and no evidence of being here: the family is called");

    private final Console console;
    private final ZoneId zone;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter otherDay;

    TimelineText(Console console, ZoneId zone) {
        this.console = console;
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
        this.otherDay = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    void print(JsonNode timeline) {
        console.say("%s on %s".formatted(who(timeline), timeline.path("day").asText()));
        console.say();
        JsonNode entries = timeline.path("entries");
        LocalDate day = LocalDate.parse(timeline.path("day").asText());
        JsonNode names = timeline.path("schools");
        boolean several = severalSchools(entries);
        entries.forEach(entry ->
                entry(entry, day, several && entry.hasNonNull("schoolId") ? ", at " + school(entry, names) : ""));
        if (entries.isEmpty()) {
            console.say("Nothing was told about this student on that day.");
        }
        for (JsonNode whereabouts : timeline.path("whereabouts")) {
            conclusion(whereabouts, day, school(whereabouts, names));
        }
    }

    private static boolean severalSchools(JsonNode entries) {
        Set<String> schools = new HashSet<>();
        entries.forEach(entry -> schools.add(entry.path("schoolId").asText()));
        schools.remove("");
        return schools.size() > 1;
    }

    private static String school(JsonNode of, JsonNode names) {
        String id = of.path("schoolId").asText();
        return names.hasNonNull(id) ? names.path(id).asText() + " (" + id + ")" : id;
    }

    private static String who(JsonNode timeline) {
        JsonNode student = timeline.path("student");
        String id = timeline.path("studentId").asText();
        return student.isObject()
                ? "%s %s (%s)"
                        .formatted(
                                student.path("givenName").asText(),
                                student.path("familyName").asText(),
                                id)
                : "Student " + id;
    }

    private void entry(JsonNode entry, LocalDate day, String where) {
        Instant at = Instant.parse(entry.path("at").asText());
        Instant learnt = Instant.parse(entry.path("recordedAt").asText());
        String detail = entry.hasNonNull("detail") ? ". " + entry.path("detail").asText() : "";
        String by = entry.hasNonNull("by") ? ", by " + entry.path("by").asText() : "";
        String late = Duration.between(at, learnt).compareTo(LATE) > 0
                ? " (we learnt of it at %s)".formatted(time(learnt, day))
                : "";
        console.say("%s  %-13s %s%s%s%s%s"
                .formatted(
                        time(at, day),
                        entry.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                        entry.path("what").asText(),
                        where,
                        by,
                        detail,
                        late));
    }

    private void conclusion(JsonNode whereabouts, LocalDate day, String school) {
        String state = whereabouts.path("state").asText();
        String since = whereabouts.hasNonNull("since")
                ? ", since " + time(Instant.parse(whereabouts.path("since").asText()), day)
                : "";
        console.say();
        console.say("At %s: %s (%s, by rule %s%s)."
                .formatted(
                        school,
                        STATES.getOrDefault(state, state),
                        state,
                        whereabouts.path("rule").asText(),
                        since));
        console.say("  " + whereabouts.path("explanation").asText());
    }

    /** The time of day; with its date where that is not the day that is told of. */
    private String time(Instant at, LocalDate day) {
        return (LocalDate.ofInstant(at, zone).equals(day) ? clock : otherDay).format(at);
    }
}
