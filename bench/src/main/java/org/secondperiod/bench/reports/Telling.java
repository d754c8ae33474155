package org.secondperiod.bench.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;

/** Tells the same that the made year's tables hold, or a further day of it, on the topics. */
final class Telling {

    private static final String SOURCE = "bench";
    private static final String DAY_TYPE = "regular";
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Database database;
    private final EventSender sender;
    private final SchoolDays days;

    Telling(Database database, EventSender sender, SchoolDays days) {
        this.database = database;
        this.sender = sender;
        this.days = days;
    }

    /** Schools, their calendars and the roster. */
    void schoolsAndRoster() {
        database.each(
                "SELECT school_id FROM bench.school ORDER BY 1",
                row -> sender.send(Topics.SCHOOLS, school(row.getString(1))));
        List<Enrolled> ofStudent = new ArrayList<>();
        database.each("""
                SELECT student_id, school_id, entry_day, exit_day, grade, homeroom, groups FROM bench.place ORDER BY n, place""", row -> {
            Enrolled enrolled = enrolled(row);
            if (!ofStudent.isEmpty() && !ofStudent.getFirst().student().equals(enrolled.student())) {
                sender.send(Topics.ENROLMENTS, roster(ofStudent));
                ofStudent.clear();
            }
            ofStudent.add(enrolled);
        });
        if (!ofStudent.isEmpty()) {
            sender.send(Topics.ENROLMENTS, roster(ofStudent));
        }
        sender.await();
    }

    /**
     * The marks of a day.
     *
     * @param everybody also of those who are present, who otherwise have none
     * @return how many
     */
    long marks(int day, boolean everybody) {
        long[] sent = new long[1];
        database.each("""
                SELECT student_id, school_id, day, coalesce(kind, 'PRESENT') AS kind, reason, taken_at, event_id FROM bench.told
                WHERE i = %d AND (kind IS NOT NULL OR %s)""".formatted(day, everybody), row -> {
            sender.send(Topics.MARKS, mark(row));
            sent[0]++;
        });
        sender.await();
        return sent[0];
    }

    /** That schools have submitted a day. Returns how many have. */
    long submissions(int day) {
        long[] sent = new long[1];
        database.each("SELECT school_id, day, taken_at, event_id FROM bench.submitted WHERE i = " + day, row -> {
            sender.send(
                    Topics.TAKEN,
                    new AttendanceTaken(
                            row.getString("event_id"),
                            row.getString("school_id"),
                            row.getObject("day", LocalDate.class),
                            "day",
                            null,
                            moment(row, "taken_at"),
                            1,
                            false,
                            SOURCE,
                            moment(row, "taken_at")));
            sent[0]++;
        });
        sender.await();
        return sent[0];
    }

    /** Where students were that families were called about, the tasks to do so, and the calls; each in its last version. */
    void calls(int day) {
        database.each("SELECT * FROM bench.called WHERE i = " + day, row -> {
            sender.send(Topics.WHEREABOUTS, whereabouts(row));
            sender.send(Topics.CALL_TASKS, task(row));
            if (row.getString("call_id") != null) {
                sender.send(Topics.CALLS, call(row));
            }
        });
        sender.await();
    }

    private record Enrolled(String student, EnrolmentsChanged.Enrolment at, List<String> groups) {}

    private static Enrolled enrolled(ResultSet row) throws SQLException {
        LocalDate exit = row.getObject("exit_day", LocalDate.class);
        return new Enrolled(
                row.getString("student_id"),
                new EnrolmentsChanged.Enrolment(
                        row.getString("school_id"),
                        row.getObject("entry_day", LocalDate.class),
                        exit.equals(NEVER) ? null : exit,
                        row.getString("grade"),
                        row.getString("homeroom"),
                        null,
                        List.of()),
                Stream.of("ELL", "SWD").filter(text(row, "groups")::contains).toList());
    }

    private static EnrolmentsChanged roster(List<Enrolled> places) {
        Enrolled first = places.getFirst();
        return new EnrolmentsChanged(
                "r-" + first.student(),
                first.student(),
                places.stream().map(Enrolled::at).toList(),
                List.of(),
                first.groups(),
                1,
                District.moment(SchoolDays.TOLD, 5, 0));
    }

    private SchoolChanged school(String id) {
        SortedMap<LocalDate, SchoolChanged.CalendarDay> calendar = new TreeMap<>();
        days.days().forEach(day -> calendar.put(day, new SchoolChanged.CalendarDay(DAY_TYPE, null)));
        return new SchoolChanged(
                "s-" + id,
                id,
                id,
                District.ZONE.getId(),
                List.of(District.building(id)),
                "1",
                3,
                20,
                true,
                60,
                10,
                List.of(new SchoolChanged.BellSchedule(
                        DAY_TYPE,
                        SchoolDays.TOLD,
                        false,
                        List.of(
                                new SchoolChanged.Period("1", LocalTime.of(8, 0), LocalTime.of(8, 41)),
                                new SchoolChanged.Period("2", LocalTime.of(8, 45), LocalTime.of(14, 20))))),
                calendar,
                1,
                District.moment(SchoolDays.TOLD, 5, 0));
    }

    private static AbsenceMark mark(ResultSet row) throws SQLException {
        Instant taken = moment(row, "taken_at");
        String kind = text(row, "kind");
        return new AbsenceMark(
                text(row, "event_id"),
                null,
                text(row, "student_id"),
                text(row, "school_id"),
                row.getObject("day", LocalDate.class),
                "day",
                kind.substring(0, 1),
                switch (kind) {
                    case "ABSENT" -> AttendanceCategory.UNEXCUSED_ABSENCE;
                    case "EXCUSED" -> AttendanceCategory.EXCUSED_ABSENCE;
                    case "LATE" -> AttendanceCategory.TARDY;
                    case "PARTIAL" -> AttendanceCategory.PARTIAL;
                    case "UNKNOWN" -> AttendanceCategory.UNKNOWN;
                    default -> AttendanceCategory.PRESENT;
                },
                row.getString("reason"),
                taken,
                1,
                false,
                SOURCE,
                taken);
    }

    private static WhereaboutsChanged whereabouts(ResultSet row) throws SQLException {
        var state = WhereaboutsChanged.State.valueOf(row.getString("whereabouts"));
        return new WhereaboutsChanged(
                "w-" + row.getString("task_id"),
                row.getString("student_id"),
                row.getString("school_id"),
                row.getObject("day", LocalDate.class),
                state,
                14,
                state == WhereaboutsChanged.State.HELD ? "DOOR_FEED_SILENT" : null,
                moment(row, "cut_off"),
                null,
                "1",
                optional(row, "here_at"),
                null,
                moment(row, "cut_off"),
                2,
                moment(row, "opened_at"));
    }

    private static CallTaskChanged task(ResultSet row) throws SQLException {
        return new CallTaskChanged(
                "e-" + row.getString("task_id"),
                row.getString("task_id"),
                row.getString("student_id"),
                row.getString("school_id"),
                row.getObject("day", LocalDate.class),
                CallTaskChanged.State.valueOf(row.getString("task_state")),
                CallTaskChanged.State.OPEN,
                null,
                false,
                false,
                null,
                optional(row, "arrived_at"),
                3,
                moment(row, "opened_at"),
                null,
                null,
                null);
    }

    private static CallLogged call(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new CallLogged(
                "e-" + row.getString("call_id"),
                row.getString("call_id"),
                row.getString("task_id"),
                row.getString("student_id"),
                row.getString("school_id"),
                row.getObject("day", LocalDate.class),
                CallLogged.Outcome.valueOf(row.getString("outcome")),
                result == null ? null : CallLogged.Result.valueOf(result),
                row.getString("said"),
                row.getString("called_by"),
                moment(row, "called_at"),
                1,
                moment(row, "called_at"),
                CallLogged.Channel.OUTGOING_CALL,
                null,
                null,
                optional(row, "coming_by"),
                null,
                null,
                null,
                null);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new IllegalStateException(column + " is empty");
        }
        return text;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
