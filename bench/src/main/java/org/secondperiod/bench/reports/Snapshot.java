package org.secondperiod.bench.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.secondperiod.bench.stack.Database;

/** All rows that reporting-service keeps of a district. Rows that add nothing to a sum are left out, and how often a standing was told. */
record Snapshot(Map<String, List<String>> tables) {

    private static final int SHOWN = 3;
    private static final String ANY =
            "(enrolled, counted, absent, left_out, satisfactory, at_risk, chronic, severe) <> (0, 0, 0, 0, 0, 0, 0, 0)";

    private static final Map<String, String> TABLES = tables(
            "true",
            "school",
            "school_year",
            "school_hours",
            "roster_version",
            "enrolment",
            "mark",
            "submission",
            "known_absence",
            "student_year",
            "standing",
            "call",
            "call_task",
            "whereabouts",
            "outreach_day",
            "reason_day",
            "draw_day",
            "refresh",
            "outreach_due");

    static {
        TABLES.putAll(tables(ANY, "tally", "tally_month", "tally_learned"));
        TABLES.put("movement", "students <> 0");
    }

    private static Map<String, String> tables(String which, String... names) {
        Map<String, String> tables = new LinkedHashMap<>();
        for (String name : names) {
            tables.put(name, which);
        }
        return tables;
    }

    static Snapshot of(Database database) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        TABLES.forEach((table, which) -> {
            String row = table.equals("standing") ? "to_jsonb(t) - 'version'" : "to_jsonb(t)";
            List<String> rows = new ArrayList<>();
            database.each(
                    "SELECT (%s)::text FROM %s AS t WHERE %s ORDER BY 1".formatted(row, table, which),
                    found -> rows.add(found.getString(1)));
            tables.put(table, rows);
        });
        return new Snapshot(tables);
    }

    long rows() {
        return tables.values().stream().mapToLong(List::size).sum();
    }

    /** The first few of each table that only one of them has. */
    List<String> unlike(Snapshot streamed) {
        List<String> found = new ArrayList<>();
        tables.forEach((table, rows) -> {
            List<String> others = streamed.tables().get(table);
            only(rows, others).limit(SHOWN).forEach(row -> found.add(table + " by SQL only    " + row));
            only(others, rows).limit(SHOWN).forEach(row -> found.add(table + " streamed only  " + row));
        });
        return found;
    }

    private static java.util.stream.Stream<String> only(List<String> rows, List<String> others) {
        TreeSet<String> known = new TreeSet<>(others);
        return rows.stream().filter(row -> !known.contains(row));
    }
}
