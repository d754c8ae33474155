package org.secondperiod.reporting.tallies.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.tallies.Additions;
import org.secondperiod.reporting.tallies.Measure;

/** Adds to tallies. Rows are taken in one order, so that two who add never wait for each other in a circle. */
@ApplicationScoped
public class TallyStore {

    private static final String ADD = """
            INSERT INTO %1$s (year, kind, school_id, value, day, enrolled, counted, absent, left_out, satisfactory, at_risk,
                chronic, severe)
            SELECT CAST(:year AS int), * FROM unnest(:kinds, :schools, :values, CAST(:days AS date[]), CAST(:enrolled AS int[]),
                CAST(:counted AS int[]), CAST(:absent AS int[]), CAST(:leftOut AS int[]), CAST(:satisfactory AS int[]),
                CAST(:atRisk AS int[]), CAST(:chronic AS int[]), CAST(:severe AS int[]))
            ON CONFLICT (year, kind, school_id, value, day) DO UPDATE
            SET enrolled = %1$s.enrolled + excluded.enrolled, counted = %1$s.counted + excluded.counted,
                absent = %1$s.absent + excluded.absent, left_out = %1$s.left_out + excluded.left_out,
                satisfactory = %1$s.satisfactory + excluded.satisfactory, at_risk = %1$s.at_risk + excluded.at_risk,
                chronic = %1$s.chronic + excluded.chronic, severe = %1$s.severe + excluded.severe""";

    /** Adds all of it. */
    public void add(Handle tx, SchoolYear year, Additions additions) {
        add(tx, "tally", year, additions.byDay());
        add(tx, "tally_month", year, additions.byMonth());
    }

    private static void add(Handle tx, String table, SchoolYear year, List<Additions.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var add = tx.createUpdate(ADD.formatted(table)).bind("year", year.begins());
        Columns.bind(add, "kinds", rows, row -> row.scope().kind());
        Columns.bind(add, "schools", rows, row -> row.scope().schoolId());
        Columns.bind(add, "values", rows, row -> row.scope().value());
        Columns.bind(add, "days", rows, Additions.Row::day);
        bind(add, "enrolled", rows, Measure.ENROLLED);
        bind(add, "counted", rows, Measure.COUNTED);
        bind(add, "absent", rows, Measure.ABSENT);
        bind(add, "leftOut", rows, Measure.LEFT_OUT);
        bind(add, "satisfactory", rows, Measure.SATISFACTORY);
        bind(add, "atRisk", rows, Measure.AT_RISK);
        bind(add, "chronic", rows, Measure.CHRONIC);
        bind(add, "severe", rows, Measure.SEVERE);
        add.execute();
    }

    private static void bind(Update add, String name, Collection<Additions.Row> rows, Measure measure) {
        Columns.bind(add, name, rows, row -> row.of(measure));
    }
}
