package org.secondperiod.local.drills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** docs/privacy.md, "How long": what is too old ends, what must be kept stays, and what ended does not come back. */
final class RetentionDrill implements Drill {

    private static final String HELD = DrillDistrict.student(1);
    /** Scans are kept for 30 days. */
    private static final LocalDate AFTER_A_MONTH = DrillDistrict.DAY.plusDays(40);
    /** Marks, conclusions and calls until the end of the school year after theirs. */
    private static final LocalDate AFTER_THE_FOLLOWING_YEAR = LocalDate.of(2028, 8, 2);

    private static final Map<String, List<String>> OF_STUDENTS_DAYS = Map.of(
            "outreach",
                    List.of(
                            "mark_version",
                            "student_day",
                            "whereabouts",
                            "whereabouts_step",
                            "call_task",
                            "call_task_step"),
            "reporting", List.of("mark"));

    @Override
    public void rehearse(DrillDistrict district, Proofs proofs) {
        proofs.step("A morning, and a legal hold of one student");
        district.playUntilTheCutOff();
        district.admin().post(Part.OUTREACH, "/v1/legal-holds", Map.of("studentId", HELD, "why", "A drill."));
        proofs.comes(
                "every service that purges knows of the hold",
                () -> List.of("ingest", "entry", "reporting").stream()
                        .allMatch(name -> count(district, name, "SELECT count(*) FROM known_hold") == 1));
        proofs.that("there are scans", scans(district, "<>") > 0, scans(district, "<>") + " students have some");
        long marks = days(district, "<>");

        proofs.step("It is " + AFTER_A_MONTH + ": scans are too old");
        at(district, AFTER_A_MONTH);
        proofs.comes("nobody has a scan any more", () -> scans(district, "<>") == 0);
        proofs.that(
                "marks, conclusions and calls are kept", days(district, "<>") == marks, "%,d rows".formatted(marks));

        proofs.step("It is " + AFTER_THE_FOLLOWING_YEAR + ": so is everything of that day");
        at(district, AFTER_THE_FOLLOWING_YEAR);
        proofs.comes("nothing of anybody's day is left", () -> days(district, "<>") == 0);
        proofs.that("but of whom the hold keeps", days(district, "=") > 0, days(district, "=") + " rows");

        proofs.step("The topics, which still have the day, are read again");
        List<String> topics = List.of(Topics.MARKS.name(), Topics.SCANS.name());
        topics.forEach(topic -> district.admin().post(Part.OUTREACH, "/v1/replay", Map.of("topic", topic)));
        proofs.comes(
                "they are read to their ends", () -> new Reading(district.layout()).isAtTheEnd(Part.OUTREACH, topics));
        long back = OF_STUDENTS_DAYS.get("outreach").stream()
                .mapToLong(table -> days(district, "outreach", table, "<>"))
                .sum();
        proofs.that("what was purged does not come back", back == 0, back + " rows");
        district.proveNoDeadLetters(proofs);
    }

    private static void at(DrillDistrict district, LocalDate date) {
        district.standAt(date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    private static long scans(DrillDistrict district, String held) {
        return count(
                district,
                "outreach",
                "SELECT count(*) FROM student_day WHERE jsonb_array_length(coalesce(facts -> 'scans', '[]')) > 0"
                        + " AND student_id %s '%s'".formatted(held, HELD));
    }

    /** Rows of the day in all tables, of the student who is held or of all others. */
    private static long days(DrillDistrict district, String held) {
        return OF_STUDENTS_DAYS.entrySet().stream()
                .flatMapToLong(database ->
                        database.getValue().stream().mapToLong(table -> days(district, database.getKey(), table, held)))
                .sum();
    }

    private static long days(DrillDistrict district, String database, String table, String held) {
        return count(
                district,
                database,
                "call_task_step".equals(table)
                        ? """
                SELECT count(*) FROM call_task_step s JOIN call_task t USING (task_id) WHERE t.student_id %s '%s'""".formatted(held, HELD)
                        : "SELECT count(*) FROM %s WHERE student_id %s '%s'".formatted(table, held, HELD));
    }

    private static long count(DrillDistrict district, String database, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        district.layout().jdbcUrl(database), LocalPostgres.USER, LocalPostgres.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StackException("The database %s cannot be asked: %s".formatted(database, e.getMessage()), e);
        }
    }
}
