package org.secondperiod.bench.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.local.stack.Layout;

/** Makes a school year of a district by SQL: what the topics would have told lies in the tables of reporting-service. */
final class MadeYear {

    static final String DATABASE = "reporting";

    /** What the service keeps of a district; its consumers' offsets stay. */
    private static final String EMPTY = """
            TRUNCATE mark, submission, known_absence, school, school_year, roster_version, enrolment, student_year,
                student_year_before, standing, tally, tally_month, tally_learned, movement, movement_learned, refresh,
                released, released_cell, call, call_task, whereabouts, school_hours, outreach_day, reason_day, draw_day,
                outreach_day_learned, reason_day_learned, draw_day_learned, call_error_learned, unmapped_day_learned,
                school_year_learned, outreach_due""";

    private static final int SCHOOLS_AT_ONCE = 20;
    private static final int CONNECTIONS = 2;

    private final Layout layout;
    private final Database database;
    private final District district;
    private final SchoolDays days;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Consumer<String> say;

    MadeYear(Layout layout, Database database, District district, SchoolDays days, Consumer<String> say) {
        this.layout = layout;
        this.database = database;
        this.district = district;
        this.days = days;
        this.say = say;
        values.put("zone", District.ZONE.getId());
        values.put("students", district.students());
        values.put("perSchool", district.perSchool());
        values.put("schools", district.schools());
        values.put("history", days.history());
        values.put("first", SchoolDays.FIRST);
        values.put("told", SchoolDays.TOLD);
        values.put("year", SchoolDays.YEAR_FIRST.getYear());
        values.put("yearFirst", SchoolDays.YEAR_FIRST);
        values.put("yearLast", SchoolDays.YEAR_LAST);
        values.put("numbers", days.numbers().mapToObj(String::valueOf).collect(Collectors.joining(", ")));
        values.put("days", days.days().stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
    }

    District district() {
        return district;
    }

    SchoolDays days() {
        return days;
    }

    /** Empties the service's tables, and draws the district; nothing is told yet. */
    void draw() {
        database.execute(EMPTY);
        database.execute(Script.text("made.sql", values));
    }

    /** Fills the tables with what the topics would have told up to the end of history. */
    void tell() {
        database.execute(Script.text("schools.sql", values));
        say.accept("  %,d schools and %,d students are told".formatted(district.schools(), district.students()));
        eachSchools("marks.sql");
        database.execute(
                "VACUUM (ANALYZE) school_year, submission, enrolment, roster_version, mark, call_task, call, whereabouts");
        say.accept("  %,d marks, %,d calls".formatted(count("mark"), count("call")));
    }

    /** What the service has counted at one go, as if it had learned it day by day. */
    void learnDayByDay() {
        database.execute(Script.text("learned.sql", values));
        database.execute(
                "VACUUM (ANALYZE) student_year, standing, tally, tally_month, tally_learned, movement, outreach_day, reason_day");
    }

    /** The baseline's table: one row for each student, school and day that counts. */
    void studentDays() {
        database.execute("""
                CREATE TABLE bench.student_day (student int NOT NULL, day date NOT NULL, school smallint NOT NULL,
                    halves smallint NOT NULL, twice boolean NOT NULL)""");
        eachSchools("student-days.sql");
        database.execute("VACUUM (ANALYZE) bench.student_day");
    }

    long count(String table) {
        return database.number("SELECT count(*) FROM " + table);
    }

    Map<String, Object> values() {
        return values;
    }

    /** Runs a script for some schools at a time, on two connections. */
    private void eachSchools(String script) {
        try (ExecutorService executor = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> made = new ArrayList<>();
            for (int from = 0; from < district.schools(); from += SCHOOLS_AT_ONCE) {
                Map<String, Object> of = new LinkedHashMap<>(values);
                of.put("from", from);
                of.put("to", Math.min(district.schools(), from + SCHOOLS_AT_ONCE) - 1);
                String sql = "SET synchronous_commit = off; SET work_mem = '128MB'; " + Script.text(script, of);
                made.add(executor.submit(() -> {
                    try (Database own = new Database(layout, DATABASE)) {
                        own.execute(sql);
                    }
                }));
            }
            for (Future<?> one : made) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
