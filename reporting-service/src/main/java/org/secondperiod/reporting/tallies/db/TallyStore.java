package org.secondperiod.reporting.tallies.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.tallies.Additions;
import org.secondperiod.reporting.tallies.Measure;
import org.secondperiod.reporting.tallies.Moves;

/** Adds to tallies. Rows are taken in one order, so that two who add never wait for each other in a circle. */
@ApplicationScoped
public class TallyStore {

    private static final String ADD = """
            INSERT INTO %1$s (year, kind, school_id, value, day, enrolled, counted, absent, left_out, satisfactory, at_risk,
                chronic, severe)
            SELECT CAST(:year AS int), * FROM %2$s
            ON CONFLICT (year, kind, school_id, value, day) DO UPDATE SET %3$s""";

    private static final String LEARN = """
            INSERT INTO tally_learned AS t (year, learned_on, kind, school_id, value, day, enrolled, counted, absent, left_out,
                satisfactory, at_risk, chronic, severe)
            SELECT CAST(:year AS int), CAST(:learned AS date), * FROM %s
            ON CONFLICT (year, kind, school_id, value, learned_on, day) DO UPDATE SET %s""";

    private static final String ROWS = """
            unnest(:kinds, :schools, :values, CAST(:days AS date[]), CAST(:enrolled AS int[]), CAST(:counted AS int[]),
                CAST(:absent AS int[]), CAST(:leftOut AS int[]), CAST(:satisfactory AS int[]), CAST(:atRisk AS int[]),
                CAST(:chronic AS int[]), CAST(:severe AS int[]))""";

    private static final String SUMS = """
            enrolled = t.enrolled + excluded.enrolled, counted = t.counted + excluded.counted,
                absent = t.absent + excluded.absent, left_out = t.left_out + excluded.left_out,
                satisfactory = t.satisfactory + excluded.satisfactory, at_risk = t.at_risk + excluded.at_risk,
                chronic = t.chronic + excluded.chronic, severe = t.severe + excluded.severe""";

    private static final String MOVE = """
            INSERT INTO movement AS t (year, kind, school_id, value, month, was, now_is, students)
            SELECT CAST(:year AS int), * FROM unnest(:kinds, :schools, :values, CAST(:months AS date[]), :was, :now,
                CAST(:students AS int[]))
            ON CONFLICT (year, kind, school_id, value, month, was, now_is) DO UPDATE
            SET students = t.students + excluded.students""";

    private static final String LEARN_MOVES = """
            INSERT INTO movement_learned AS t (year, learned_on, kind, school_id, value, month, was, now_is, students)
            SELECT CAST(:year AS int), CAST(:learned AS date), * FROM unnest(:kinds, :schools, :values,
                CAST(:months AS date[]), :was, :now, CAST(:students AS int[]))
            ON CONFLICT (year, kind, month, school_id, value, was, now_is, learned_on) DO UPDATE
            SET students = t.students + excluded.students""";

    /** Adds all of it. @param learned the district's date today */
    public void add(Handle tx, SchoolYear year, Additions additions, LocalDate learned) {
        List<Additions.Row> byDay = additions.byDay();
        add(tx, ADD.formatted("tally AS t", ROWS, SUMS), year, byDay, null);
        add(tx, ADD.formatted("tally_month AS t", ROWS, SUMS), year, additions.byMonth(), null);
        add(tx, LEARN.formatted(ROWS, SUMS), year, byDay, learned);
        move(tx, MOVE, year, additions.moves(), null);
        move(tx, LEARN_MOVES, year, movesOfMonthsBegun(additions, learned), learned);
    }

    /** Of months to come all that is known is how students stand now; what they move is learned when the month has begun. */
    private static List<Moves.Row> movesOfMonthsBegun(Additions additions, LocalDate learned) {
        return additions.moves().stream()
                .filter(row -> !row.month().withDayOfMonth(1).isAfter(learned))
                .toList();
    }

    private static void move(
            Handle tx, String sql, SchoolYear year, List<Moves.Row> rows, @Nullable LocalDate learned) {
        if (rows.isEmpty()) {
            return;
        }
        var move = tx.createUpdate(sql).bind("year", year.begins());
        if (learned != null) {
            move.bind("learned", learned);
        }
        Columns.bind(move, "kinds", rows, row -> row.scope().kind());
        Columns.bind(move, "schools", rows, row -> row.scope().schoolId());
        Columns.bind(move, "values", rows, row -> row.scope().value());
        Columns.bind(move, "months", rows, Moves.Row::month);
        Columns.bind(move, "was", rows, Moves.Row::from);
        Columns.bind(move, "now", rows, Moves.Row::to);
        Columns.bind(move, "students", rows, Moves.Row::students);
        move.execute();
    }

    private static void add(
            Handle tx, String sql, SchoolYear year, List<Additions.Row> rows, @Nullable LocalDate learned) {
        if (rows.isEmpty()) {
            return;
        }
        var add = tx.createUpdate(sql).bind("year", year.begins());
        if (learned != null) {
            add.bind("learned", learned);
        }
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
