package org.secondperiod.local.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.reports.CheckedYear;
import org.secondperiod.local.reports.KeptAndCounted;
import org.secondperiod.local.reports.LearnedAndKept;
import org.secondperiod.local.reports.MovedAndKept;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "reports", description = "What reports add up from: ./sp reports rebuild.")
final class ReportsCommand extends Verb {

    private static final String DATABASE = "reporting";
    private static final int LOOK_EVERY_MILLIS = 500;

    /** Two minutes. */
    private static final int LOOKS = 240;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what: rebuild.");
    }

    @Command(
            name = "rebuild",
            description = {
                "Counts every student's school years anew, this one and the one before it, out of what was told. Reports of both are"
                        + " empty until it is done, and months that were released to analysts are released again.",
                "What was known on earlier days stays: the rebuild itself is learned today.",
                "--check changes nothing: it counts chronic absence anew by SQL that shares no code with the service, of this"
                        + " school year and the one before it, as of each month's end and today, and compares to the last unit."
                        + " Exit code 0: equal. 1: something differs, and is listed. 3: it could not be compared."
            })
    Integer rebuild(
            @Option(names = "--check", description = "only compare") boolean check,
            @Option(names = "--year-ends", paramLabel = "MM-DD", defaultValue = "07-31", description = "as configured")
                    String yearEnds,
            @Option(names = "--minimum", paramLabel = "DAYS", defaultValue = "10", description = "as configured")
                    int minimum,
            @Option(
                            names = "--half",
                            paramLabel = "SCHOOL",
                            split = ",",
                            description = "schools that are configured to go by half of their periods")
                    List<String> half) {
        try (Connection database =
                DriverManager.getConnection(layout().jdbcUrl(DATABASE), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            return check
                    ? check(database, MonthDay.parse("--" + yearEnds), minimum, half == null ? List.of() : half)
                    : rebuild(database, MonthDay.parse("--" + yearEnds));
        } catch (SQLException e) {
            throw new StackException(
                    "The database of reporting-service cannot be read: %s. Is the stack up?".formatted(e.getMessage()));
        }
    }

    private Instant now() {
        return new ClockFile(layout().clockFile()).now();
    }

    /** In which the service says on which date it learned something. */
    private static ZoneId zone() {
        return ZoneId.of(System.getenv().getOrDefault("SECONDPERIOD_DISTRICT_ZONE", "America/New_York"));
    }

    private Integer check(Connection database, MonthDay yearEnds, int minimum, List<String> half) throws SQLException {
        awaitNothingLeft(database);
        LocalDate today = LocalDate.ofInstant(now(), zone());
        int lines = 0;
        int unlike = 0;
        for (CheckedYear year : CheckedYear.kept(today, yearEnds)) {
            for (LocalDate asOf : year.dates(today)) {
                KeptAndCounted both = KeptAndCounted.ask(
                        database, new KeptAndCounted.Question(year.first(), year.last(), today, minimum, half), asOf);
                if (both.isAny()) {
                    lines += both.counted().size();
                    unlike += say(
                            "%s, as of %s: %,d lines"
                                    .formatted(year.name(), asOf, both.counted().size()),
                            both.differences());
                }
            }
        }
        unlike += say("What was learned day by day adds up to it", LearnedAndKept.differences(database));
        unlike += say("Movement between bands says the same", MovedAndKept.differences(database));
        unlike += say("So it did as it was known at each month's end", MovedAndKept.differencesAsKnown(database));
        if (lines == 0) {
            console().say("There was nothing to compare: of no school year is any student known.");
        } else if (unlike == 0) {
            console().say("All of it is equal: %,d lines counted anew from students' days.".formatted(lines));
        } else {
            console()
                    .say(
                            "%,d lines DIFFER. ./sp reports rebuild counts everything anew; keep this list, it says what was wrong."
                                    .formatted(unlike));
        }
        return unlike == 0 ? 0 : Sp.FOUND_A_FAULT;
    }

    /** What is being counted at this moment would differ for a moment. */
    private void awaitNothingLeft(Connection database) throws SQLException {
        for (int looks = 0; left(database) > 0; looks++) {
            if (looks == 0) {
                console()
                        .say("%,d school years of schools are being counted at this moment; this waits for them."
                                .formatted(left(database)));
            }
            if (looks == LOOKS) {
                throw new StackException(
                        "Schools are still being counted, so that nothing can be compared yet. Ask again"
                                + " later; ./sp status shows whether reporting-service is running.");
            }
            pause();
        }
    }

    private int say(String what, List<String> differences) {
        console().say("%s: %s".formatted(what, differences.isEmpty() ? "equal" : differences.size() + " DIFFER"));
        differences.forEach(line -> console().say("  " + line));
        return differences.size();
    }

    /** Of years whose marks are still kept: of earlier ones what was counted is all there is, and stays. */
    private Integer rebuild(Connection database, MonthDay yearEnds) throws SQLException {
        LocalDate today = LocalDate.ofInstant(now(), zone());
        LocalDate first = CheckedYear.kept(today, yearEnds).getFirst().first();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(
                    "LOCK TABLE student_year, student_year_before, tally, tally_month, tally_learned, movement,"
                            + " movement_learned IN EXCLUSIVE MODE");
            LearnedAndKept.takeBack(database, today, first.getYear());
            MovedAndKept.takeBack(database, today, first.getYear());
            for (String table : List.of("tally", "tally_month", "movement")) {
                statement.execute("DELETE FROM %s WHERE year >= %d".formatted(table, first.getYear()));
            }
            statement.execute("DELETE FROM released WHERE as_of >= '%s'".formatted(first));
            keepBefore(database, today, first.getYear());
            statement.execute(
                    "UPDATE student_year SET marks = '', days = '', first_day = NULL, grade = NULL, homeroom = NULL,"
                            + " groups = '[]' WHERE year >= " + first.getYear());
            statement.execute(
                    "INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year WHERE year >= "
                            + first.getYear());
            database.commit();
        }
        database.setAutoCommit(true);
        long left = left(database);
        while (left > 0) {
            console().say("%,d school years of schools are still to be counted".formatted(left));
            pause();
            left = left(database);
        }
        console().say("Everything is counted anew. ./sp reports rebuild --check compares.");
        return 0;
    }

    /** Lists of earlier dates are told of the years as they were before they are counted anew. */
    private static void keepBefore(Connection database, LocalDate today, int first) throws SQLException {
        try (var update = database.prepareStatement("""
                INSERT INTO student_year_before (year, school_id, student_id, learned_on, year_ends, marks, enrolled, grade,
                    homeroom)
                SELECT year, school_id, student_id, CAST(? AS date), year_ends, marks, enrolled, grade, homeroom
                FROM student_year WHERE year >= ? ON CONFLICT DO NOTHING""")) {
            update.setString(1, today.toString());
            update.setInt(2, first);
            update.executeUpdate();
        }
    }

    private static long left(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM refresh")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("It goes on by itself; ./sp reports rebuild --check compares.");
        }
    }
}
