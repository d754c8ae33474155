package org.secondperiod.local.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.secondperiod.local.installation.Installation;
import org.secondperiod.local.reports.CheckedYear;
import org.secondperiod.local.reports.CountingPolicy;
import org.secondperiod.local.reports.DaysOfCalls;
import org.secondperiod.local.reports.KeptAndCounted;
import org.secondperiod.local.reports.LearnedAndKept;
import org.secondperiod.local.reports.MovedAndKept;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "reports", description = "What reports add up from: ./sp reports rebuild.")
final class ReportsCommand extends Verb {

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
                "Counts every student's school years anew, this one and the one before it, out of what was told, and then what the"
                        + " calls came to and absences by reason, day by day. Reports of both are"
                        + " empty until it is done, and months that were released to analysts are released again.",
                "What was known on earlier days stays: the rebuild itself is learned today.",
                "--check changes nothing: it counts chronic absence anew by SQL that shares no code with the service, of this"
                        + " school year and the one before it, as of each month's end and today, what each day added, what the"
                        + " calls came to and absences by reason, and compares to the last unit. It goes by the rules that the"
                        + " service has written down, and takes off what erased students were in what is kept up."
                        + " Exit code 0: equal. 1: something differs, and is listed. 3: it could not be compared."
            })
    Integer rebuild(
            @Option(names = "--check", description = "only compare") boolean check,
            @Option(names = "--yes", description = "with --district: its reports may be empty for a while") boolean yes,
            @Mixin Which which) {
        Installation installation = which.installation(layout());
        if (!check && !yes && installation.local().isEmpty()) {
            throw new StackException(
                    "This empties the reports of a district until everything is counted anew, which in a large one"
                            + " takes hours, and no mark is taken in while it begins. Do it after school, with --yes; --check changes nothing.");
        }
        try (Connection database = installation.database(Part.REPORTING).connectSeeingAll()) {
            return check ? check(database, installation.now()) : rebuild(database, installation.now());
        } catch (SQLException e) {
            throw new StackException(
                    "The database of reporting-service cannot be read: %s. Is the stack up?".formatted(e.getMessage()));
        }
    }

    private Integer check(Connection database, Instant now) throws SQLException {
        awaitNothingLeft(database);
        CountingPolicy policy = CountingPolicy.only(database);
        LocalDate today = policy.today(now);
        int lines = 0;
        int unlike = 0;
        for (CheckedYear year : CheckedYear.kept(today, policy.yearEnds())) {
            KeptAndCounted.Question question = policy.of(year, today);
            List<LocalDate> dates = year.dates(today);
            boolean any = false;
            for (LocalDate asOf : dates) {
                KeptAndCounted both = KeptAndCounted.ask(database, question, asOf);
                if (both.isAny()) {
                    any = true;
                    lines += both.counted().size();
                    unlike += say(
                            "%s, as of %s: %,d lines"
                                    .formatted(year.name(), asOf, both.counted().size()),
                            both.differences());
                }
            }
            if (any) {
                unlike += say(
                        year.name() + ", what each day added",
                        KeptAndCounted.dailyDifferences(database, question, dates.getLast()));
                unlike += say(
                        year.name() + ", what the calls came to, day by day",
                        KeptAndCounted.outreachDifferences(database, question, dates.getLast()));
                unlike += say(
                        year.name() + ", absences by reason, day by day",
                        KeptAndCounted.reasonDifferences(database, question, dates.getLast()));
            }
        }
        unlike += say("What was learned day by day adds up to it", LearnedAndKept.differences(database));
        unlike += say("Movement between bands says the same", MovedAndKept.differences(database));
        unlike += say("So it did as it was known at each month's end", MovedAndKept.differencesAsKnown(database));
        sayErased(database);
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

    /** What is kept up has students whose days are no longer here; what they were in it was taken off. */
    private void sayErased(Connection database) throws SQLException {
        long students = number(database, "SELECT coalesce(sum(enrolled), 0) FROM tally_erased WHERE kind = 'DISTRICT'");
        long days = number(database, "SELECT count(*) FROM outreach_erased");
        if (students > 0) {
            console()
                    .say(
                            "Of tallies the part of %,d school years of erased students was taken off, as it was added up when they went."
                                    .formatted(students));
        }
        if (days > 0) {
            console()
                    .say(
                            "What the calls came to was not compared on %,d days of schools of which a student was erased since."
                                    .formatted(days));
        }
    }

    /** What is being counted at this moment would differ for a moment. */
    private void awaitNothingLeft(Connection database) throws SQLException {
        for (int looks = 0; left(database) + DaysOfCalls.left(database) > 0; looks++) {
            if (looks == 0) {
                console()
                        .say(
                                "%,d school years of schools, and days of calls, are being counted at this moment; this waits for them."
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
    private Integer rebuild(Connection database, Instant now) throws SQLException {
        CountingPolicy policy = CountingPolicy.inForce(database);
        LocalDate today = policy.today(now);
        LocalDate first = CheckedYear.kept(today, policy.yearEnds()).getFirst().first();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(
                    "LOCK TABLE student_year, student_year_before, tally, tally_month, tally_learned, movement,"
                            + " movement_learned, tally_erased IN EXCLUSIVE MODE");
            LearnedAndKept.takeBack(database, today, first.getYear());
            MovedAndKept.takeBack(database, today, first.getYear());
            for (String table : List.of("tally", "tally_month", "movement")) {
                statement.execute("DELETE FROM %s WHERE year >= %d".formatted(table, first.getYear()));
            }
            statement.execute("DELETE FROM tally_erased");
            statement.execute("DELETE FROM released WHERE as_of >= '%s'".formatted(first));
            keepBefore(database, today, first.getYear());
            statement.execute(
                    "UPDATE student_year SET marks = '', days = '', first_day = NULL, grade = NULL, homeroom = NULL,"
                            + " groups = '[]' WHERE year >= " + first.getYear());
            statement.execute(
                    "INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year WHERE year >= "
                            + first.getYear());
            DaysOfCalls.addUpAgain(database, first);
            CountingPolicy.forgetOthers(database);
            database.commit();
        }
        database.setAutoCommit(true);
        long years = left(database);
        long days = DaysOfCalls.left(database);
        while (years + days > 0) {
            console()
                    .say("%,d school years of schools and %,d days of calls are still to be counted"
                            .formatted(years, days));
            pause();
            years = left(database);
            days = DaysOfCalls.left(database);
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
        return number(database, "SELECT count(*) FROM refresh");
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
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
