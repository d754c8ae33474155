package org.secondperiod.local.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.clock.ClockFile;
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

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what: rebuild.");
    }

    @Command(
            name = "rebuild",
            description = {
                "Counts every student's school years anew, out of what was told. Reports are empty until it is done, and months"
                        + " that were released to analysts are released again.",
                "What was known on earlier days stays: the rebuild itself is learned today.",
                "--check changes nothing: it counts chronic absence anew by SQL that shares no code with the service, as of each"
                        + " month's end and today, and compares. Exit code 1 where they differ."
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
                    ? check(database, question(yearEnds, minimum, half == null ? List.of() : half))
                    : rebuild(database);
        } catch (SQLException e) {
            throw new StackException(
                    "The database of reporting-service cannot be read: %s. Is the stack up?".formatted(e.getMessage()));
        }
    }

    private KeptAndCounted.Question question(String yearEnds, int minimum, List<String> half) {
        LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        LocalDate end = MonthDay.parse("--" + yearEnds).atYear(today.getYear());
        LocalDate last = end.isBefore(today) ? end.plusYears(1) : end;
        return new KeptAndCounted.Question(last.minusYears(1).plusDays(1), last, today, minimum, half);
    }

    private Instant now() {
        return new ClockFile(layout().clockFile()).now();
    }

    /** In which the service says on which date it learned something. */
    private static ZoneId zone() {
        return ZoneId.of(System.getenv().getOrDefault("SECONDPERIOD_DISTRICT_ZONE", "America/New_York"));
    }

    private Integer check(Connection database, KeptAndCounted.Question question) throws SQLException {
        boolean equal = true;
        for (LocalDate asOf : dates(question)) {
            KeptAndCounted both = KeptAndCounted.ask(database, question, asOf);
            List<String> differences = both.differences();
            equal &= differences.isEmpty();
            console()
                    .say("as of %s: %,d lines, %s"
                            .formatted(
                                    asOf,
                                    both.counted().size(),
                                    differences.isEmpty() ? "equal" : differences.size() + " DIFFER"));
            differences.forEach(line -> console().say("  " + line));
        }
        equal &= isEmpty("what was learned day by day adds up to it", LearnedAndKept.differences(database));
        equal &= isEmpty("movement between bands says the same", MovedAndKept.differences(database));
        return equal ? 0 : Sp.FOUND_A_FAULT;
    }

    private boolean isEmpty(String what, List<String> differences) {
        console().say("%s: %s".formatted(what, differences.isEmpty() ? "equal" : differences.size() + " lines DIFFER"));
        differences.forEach(line -> console().say("  " + line));
        return differences.isEmpty();
    }

    private static List<LocalDate> dates(KeptAndCounted.Question question) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate month = question.first().plusMonths(1).minusDays(1);
                month.isBefore(question.today());
                month = month.plusDays(1).plusMonths(1).minusDays(1)) {
            dates.add(month);
        }
        dates.add(question.today());
        return dates;
    }

    private Integer rebuild(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("LOCK TABLE student_year, tally, tally_month, tally_learned, movement IN EXCLUSIVE MODE");
            LearnedAndKept.takeBack(database, LocalDate.ofInstant(now(), zone()));
            statement.execute("TRUNCATE tally, tally_month, movement, released, released_cell");
            statement.execute(
                    "UPDATE student_year SET marks = '', days = '', first_day = NULL, grade = NULL, homeroom = NULL,"
                            + " groups = '[]'");
            statement.execute(
                    "INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year");
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
