package org.secondperiod.local.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Chronic absence as of a date, twice: as reporting-service keeps it up, and counted anew out of what was told, by SQL that shares
 * no code with it.
 *
 * @param kept one line for the district, each school, grade, homeroom and group
 * @param counted the same
 */
public record KeptAndCounted(LocalDate asOf, List<String> kept, List<String> counted) {

    /** Where chronic-absence.sql has each student's days, and begins to add them up as of one date. */
    private static final String AFTER_DAYS = "), at_school AS (";

    /**
     * What both are asked.
     *
     * @param first of the school year
     * @param last of the school year
     * @param minimum days below which a student is left out
     * @param half schools that go by half of their periods
     */
    public record Question(LocalDate first, LocalDate last, LocalDate today, int minimum, List<String> half) {}

    /** Asks both at one moment. */
    public static KeptAndCounted ask(Connection database, Question question, LocalDate asOf) throws SQLException {
        return atOneMoment(
                database,
                question,
                asOf,
                () -> new KeptAndCounted(
                        asOf,
                        lines(database, text("chronic-absence-kept.sql")),
                        lines(database, text("chronic-absence.sql"))));
    }

    /** What each date up to this one added, of all schools and the district: lines that differ, though sums later may be equal. */
    public static List<String> dailyDifferences(Connection database, Question question, LocalDate until)
            throws SQLException {
        return atOneMoment(database, question, until, () -> lines(database, ofDays("chronic-absence-daily.sql")));
    }

    /** Absences by reason, as attendance says it, on each day of each school: lines that differ. */
    public static List<String> reasonDifferences(Connection database, Question question, LocalDate until)
            throws SQLException {
        return atOneMoment(database, question, until, () -> lines(database, ofDays("reasons.sql")));
    }

    /** A script that goes on where chronic-absence.sql has the days of each student. */
    private static String ofDays(String script) {
        String counted = text("chronic-absence.sql");
        int end = counted.indexOf(AFTER_DAYS);
        if (end < 0) {
            throw new IllegalStateException("chronic-absence.sql has no '%s'".formatted(AFTER_DAYS));
        }
        return counted.substring(0, end) + text(script);
    }

    /** What the calls came to, on each day of each school: lines that differ. */
    public static List<String> outreachDifferences(Connection database, Question question, LocalDate until)
            throws SQLException {
        return atOneMoment(database, question, until, () -> lines(database, text("outreach.sql")));
    }

    private interface Asking<T> {
        T ask() throws SQLException;
    }

    private static <T> T atOneMoment(Connection database, Question question, LocalDate asOf, Asking<T> asking)
            throws SQLException {
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var settings = database.prepareStatement("""
                SELECT set_config('oracle.first', ?, true), set_config('oracle.last', ?, true),
                    set_config('oracle.today', ?, true), set_config('oracle.as_of', ?, true),
                    set_config('oracle.minimum', ?, true), set_config('oracle.half', ?, true)""")) {
            settings.setString(1, question.first().toString());
            settings.setString(2, question.last().toString());
            settings.setString(3, question.today().toString());
            settings.setString(4, asOf.toString());
            settings.setString(5, String.valueOf(question.minimum()));
            settings.setString(6, String.join(",", question.half()));
            settings.execute();
            return asking.ask();
        } finally {
            database.rollback();
        }
    }

    /** Whether either of them has a line at all. */
    public boolean isAny() {
        return !kept.isEmpty() || !counted.isEmpty();
    }

    /** Lines that only one of them has, each said of which. */
    public List<String> differences() {
        List<String> found = new ArrayList<>();
        TreeSet<String> both = new TreeSet<>(kept);
        both.retainAll(counted);
        kept.stream().filter(line -> !both.contains(line)).forEach(line -> found.add("kept up  " + line));
        counted.stream().filter(line -> !both.contains(line)).forEach(line -> found.add("counted  " + line));
        return found;
    }

    private static List<String> lines(Connection database, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var query = database.createStatement();
                var row = query.executeQuery(sql)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }

    /** One of the oracle's scripts. */
    static String text(String script) {
        try (InputStream in =
                Objects.requireNonNull(KeptAndCounted.class.getResourceAsStream("/oracle/" + script), script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
