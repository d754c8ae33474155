package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

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
    private final DateTimeFormatter clock;

    TimelineText(Console console, ZoneId zone) {
        this.console = console;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    void print(JsonNode timeline) {
        console.say("%s on %s".formatted(who(timeline), timeline.path("day").asText()));
        console.say();
        JsonNode entries = timeline.path("entries");
        entries.forEach(this::entry);
        if (entries.isEmpty()) {
            console.say("Nothing was told about this student on that day.");
        }
        for (JsonNode whereabouts : timeline.path("whereabouts")) {
            conclusion(whereabouts);
        }
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

    private void entry(JsonNode entry) {
        Instant at = Instant.parse(entry.path("at").asText());
        Instant learnt = Instant.parse(entry.path("recordedAt").asText());
        String detail = entry.hasNonNull("detail") ? ". " + entry.path("detail").asText() : "";
        String by = entry.hasNonNull("by") ? ", by " + entry.path("by").asText() : "";
        String late = Duration.between(at, learnt).compareTo(LATE) > 0
                ? " (we learnt of it at %s)".formatted(clock.format(learnt))
                : "";
        console.say("%s  %-13s %s%s%s%s"
                .formatted(
                        clock.format(at),
                        entry.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                        entry.path("what").asText(),
                        by,
                        detail,
                        late));
    }

    private void conclusion(JsonNode whereabouts) {
        String state = whereabouts.path("state").asText();
        String since = whereabouts.hasNonNull("since")
                ? ", since "
                        + clock.format(Instant.parse(whereabouts.path("since").asText()))
                : "";
        console.say();
        console.say("At %s: %s (%s, by rule %s%s)."
                .formatted(
                        whereabouts.path("schoolId").asText(),
                        STATES.getOrDefault(state, state),
                        state,
                        whereabouts.path("rule").asText(),
                        since));
        console.say("  " + whereabouts.path("explanation").asText());
    }
}
