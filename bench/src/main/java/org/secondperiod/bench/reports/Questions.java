package org.secondperiod.bench.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every report of a district, and the SQL that asks the same of the raw student days. */
final class Questions {

    private static final int DAYS = 30;
    private static final int A_WEEK = 7;
    private static final String EACH_GROUP = "CROSS JOIN LATERAL jsonb_array_elements_text(s.groups) AS g";

    private Questions() {}

    static List<Question> all() {
        return List.of(
                chronic("Chronic absence", null, "'total'", false),
                chronic("Chronic absence by school", "SCHOOL", "s.school_id", true),
                chronic("Chronic absence by grade", "GRADE", "s.grade", false),
                chronic("Chronic absence by student group", "GROUP", "g", false),
                known(),
                trend("Attendance week by week", "WEEK"),
                trend("Attendance month by month", "MONTH"),
                weekdays(),
                movement("Movement between bands", null),
                movement("Movement between bands by grade", "GRADE"),
                reasons(),
                inBuilding(),
                quality(),
                outreach("What the calls achieved", null),
                outreach("What the calls achieved by school", "SCHOOL"),
                outreach("What the calls achieved week by week", "WEEK"));
    }

    private static Question chronic(String title, String groupBy, String key, boolean atSchools) {
        return new Question(
                title + ", as of a date",
                day -> "/v1/chronic-absence?asOf=" + day + (groupBy == null ? "" : "&groupBy=" + groupBy),
                answer -> bands(answer, groupBy != null),
                day -> sql(
                        atSchools ? "chronic-schools.sql" : "chronic-district.sql",
                        day,
                        Map.of("key", key, "lines", key.equals("g") ? EACH_GROUP : "")));
    }

    /** As it was known a week before: of history nothing was learned late, so that the raw student days may simply end there. */
    private static Question known() {
        return new Question(
                "Chronic absence by grade, as it was known a week before",
                day -> "/v1/chronic-absence?groupBy=GRADE&asOf=%s&knownOn=%s".formatted(day, day.minusDays(A_WEEK)),
                answer -> bands(answer, true),
                day -> sql("chronic-known.sql", day, Map.of("known", day.minusDays(A_WEEK))));
    }

    private static SortedMap<String, List<Long>> bands(JsonNode answer, boolean lines) {
        return lines(
                lines ? elements(answer.path("lines")) : Stream.of(answer.path("total")),
                line -> {
                    String school = line.path("schoolId").asText("");
                    String value = line.path("value").asText("");
                    return lines ? school + value : "total";
                },
                Questions::band);
    }

    private static List<Long> band(JsonNode line) {
        return numbers(
                line,
                "students",
                "bands.satisfactory",
                "bands.atRisk",
                "bands.chronic",
                "bands.severelyChronic",
                "leftOut.belowMinimumEnrolment",
                "leftOut.noDayCounts",
                "attendance.enrolledHalfDays",
                "attendance.attendedHalfDays");
    }

    private static Question trend(String title, String by) {
        return new Question(
                title + ", the chronic share beside it",
                day -> "/v1/attendance?by=%s&to=%s".formatted(by, day),
                answer -> lines(
                        elements(answer.path("lines")),
                        line -> line.path("from").asText(),
                        Questions::attended),
                day -> sql("trend.sql", day, Map.of("by", by.toLowerCase(java.util.Locale.ROOT))));
    }

    private static Question weekdays() {
        return new Question(
                "Attendance by weekday, the chronic share beside it",
                day -> "/v1/attendance?by=WEEKDAY&to=" + day,
                answer -> lines(
                        elements(answer.path("lines")),
                        line -> line.path("weekday").asText(),
                        Questions::attended),
                day -> sql("weekdays.sql", day, Map.of()));
    }

    private static List<Long> attended(JsonNode line) {
        return numbers(line, "enrolledHalfDays", "attendedHalfDays", "studentsInBands", "chronicallyAbsent");
    }

    private static Question movement(String title, String groupBy) {
        return new Question(
                title + " in a month",
                day -> "/v1/movement?month=" + day + (groupBy == null ? "" : "&groupBy=" + groupBy),
                answer -> moves(answer, groupBy != null),
                day -> sql(
                        "movement.sql",
                        day,
                        Map.of(
                                "key",
                                groupBy == null ? "'total'" : "s.grade",
                                "before",
                                day.withDayOfMonth(1).minusDays(1),
                                "month",
                                day.withDayOfMonth(1).plusMonths(1).minusDays(1))));
    }

    private static SortedMap<String, List<Long>> moves(JsonNode answer, boolean lines) {
        SortedMap<String, List<Long>> found = new TreeMap<>();
        (lines ? elements(answer.path("lines")) : Stream.of(answer.path("total")))
                .forEach(line -> elements(line.path("moves"))
                        .forEach(move -> found.put(
                                "%s %s %s"
                                        .formatted(
                                                lines ? line.path("value").asText("") : "total",
                                                move.path("from").asText(),
                                                move.path("to").asText()),
                                numbers(move, "students"))));
        return found;
    }

    private static Question reasons() {
        return new Question(
                "Absences by reason, of 30 days",
                day -> "/v1/absence-reasons?" + between(day),
                answer -> {
                    SortedMap<String, List<Long>> found = new TreeMap<>();
                    for (String list : List.of("attendance", "families")) {
                        elements(answer.path(list))
                                .forEach(line -> found.put(
                                        "%s %s %s"
                                                .formatted(
                                                        list,
                                                        line.path("excused").asBoolean(),
                                                        line.path("reason").asText("")),
                                        numbers(line, "absences")));
                    }
                    return found;
                },
                day -> sql("reasons.sql", day, Map.of("from", day.minusDays(DAYS))));
    }

    private static Question inBuilding() {
        return new Question(
                "In the building, but not in class, of 30 days",
                day -> "/v1/in-building?" + between(day),
                answer -> lines(
                        elements(answer.path("lines")),
                        line -> line.path("schoolId").asText() + " "
                                + line.path("day").asText(),
                        line -> numbers(line, "students")),
                day -> sql("in-building.sql", day, Map.of("from", day.minusDays(DAYS))));
    }

    private static Question quality() {
        return new Question(
                "Data quality, of 30 days",
                day -> "/v1/data-quality?" + between(day),
                answer -> lines(
                        elements(answer.path("schools")),
                        line -> line.path("schoolId").asText(),
                        line -> List.of(
                                line.path("schoolDays").asLong(),
                                (long) line.path("notSubmitted").size(),
                                line.path("unmapped").asLong(),
                                elements(line.path("silentDoors"))
                                        .mapToLong(held -> held.path("students").asLong())
                                        .sum())),
                day -> sql("quality.sql", day, Map.of("from", day.minusDays(DAYS))));
    }

    /** The raw question is for some of the report's numbers only, which is less than the service answers. */
    private static Question outreach(String title, String groupBy) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("SCHOOL", "school_id");
        keys.put("WEEK", "date_trunc('week', school_day)::date");
        return new Question(
                title + ", of 30 days",
                day -> "/v1/outreach?" + between(day) + (groupBy == null ? "" : "&groupBy=" + groupBy),
                answer -> lines(
                        groupBy == null ? Stream.of(answer.path("total")) : elements(answer.path("lines")),
                        line -> groupBy == null
                                ? "total"
                                : line.path("schoolId").asText("")
                                        + line.path("week").asText(""),
                        line -> numbers(
                                line, "studentsToCall", "calls", "called", "reached.count", "successful.count")),
                day -> sql(
                        "outreach.sql",
                        day,
                        Map.of("from", day.minusDays(DAYS), "key", groupBy == null ? "'total'" : keys.get(groupBy))));
    }

    private static String between(LocalDate day) {
        return "from=%s&to=%s".formatted(day.minusDays(DAYS), day);
    }

    private static String sql(String script, LocalDate day, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("day", day);
        return Script.text("ask/" + script, all);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static SortedMap<String, List<Long>> lines(
            Stream<JsonNode> lines, Function<JsonNode, String> name, Function<JsonNode, List<Long>> figures) {
        SortedMap<String, List<Long>> found = new TreeMap<>();
        lines.forEach(line -> found.put(name.apply(line), figures.apply(line)));
        return found;
    }

    private static List<Long> numbers(JsonNode of, String... fields) {
        List<Long> numbers = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = of.at("/" + field.replace('.', '/'));
            if (!value.isIntegralNumber()) {
                throw new IllegalStateException("The answer has no " + field + ": " + of);
            }
            numbers.add(value.asLong());
        }
        return numbers;
    }
}
