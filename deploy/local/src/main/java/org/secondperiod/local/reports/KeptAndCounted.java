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
            return new KeptAndCounted(
                    asOf, lines(database, "chronic-absence-kept.sql"), lines(database, "chronic-absence.sql"));
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

    private static List<String> lines(Connection database, String script) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var query = database.createStatement();
                var row = query.executeQuery(text(script))) {
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
