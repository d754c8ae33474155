package org.secondperiod.reporting.outreach.db;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of what adding days up again changed, by the day on which it was learned: its rows of a key, added up, are what is known of
 * it now. docs/decisions/0040 says why.
 *
 * @param keys columns, the days' among them
 * @param numbers columns of which differences are kept
 * @param now selects keys and numbers of the days asked for, as they are now
 */
record Learned(String table, List<String> keys, List<String> numbers, String now) {

    /** Whether there is a row at all; 1 where there is. */
    static final String THERE = "there";

    private static final String LEARN = """
            difference AS (
                SELECT %2$s, %4$s FROM (
                    %5$s
                    UNION ALL
                    SELECT %2$s, %6$s FROM %1$s JOIN asked USING (school_id, school_day)) AS both_of_them
                GROUP BY %2$s
            )
            INSERT INTO %1$s AS t (%2$s, learned_on, %3$s)
            SELECT %2$s, CAST(:learned AS date), %3$s FROM difference WHERE (%3$s) <> (%7$s) ORDER BY %2$s
            ON CONFLICT (%2$s, learned_on) DO UPDATE SET %8$s""";

    /** Of a table whose days are written anew: its rows, and whether they are there. */
    static Learned of(String table, List<String> keys, List<String> numbers) {
        String now = "SELECT %s, 1 AS %s, %s FROM %s JOIN asked USING (school_id, school_day)"
                .formatted(String.join(", ", keys), THERE, String.join(", ", numbers), table);
        List<String> all = Stream.concat(Stream.of(THERE), numbers.stream()).toList();
        return new Learned(table + "_learned", keys, all, now);
    }

    /** What follows {@code WITH asked AS (...),}. */
    String sql() {
        return LEARN.formatted(
                table,
                String.join(", ", keys),
                String.join(", ", numbers),
                each(number -> "sum(%1$s) AS %1$s".formatted(number)),
                now,
                each(number -> "-" + number),
                each(number -> "0"),
                each(number -> "%1$s = t.%1$s + excluded.%1$s".formatted(number)));
    }

    private String each(Function<String, String> of) {
        return numbers.stream().map(of).collect(joining(", "));
    }
}
