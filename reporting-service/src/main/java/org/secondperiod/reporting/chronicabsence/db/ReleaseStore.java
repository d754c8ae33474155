package org.secondperiod.reporting.chronicabsence.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.chronicabsence.Cell;
import org.secondperiod.reporting.chronicabsence.Cell.Whole;
import org.secondperiod.reporting.chronicabsence.Released;
import org.secondperiod.reporting.chronicabsence.Sums;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.tallies.Scope;

/** Months that were released. */
@ApplicationScoped
public class ReleaseStore {

    private static final Cell.Of DISTRICT = new Cell.Of(Scope.EVERY, "");

    public boolean isReleased(Handle tx, LocalDate asOf) {
        return tx.createQuery("SELECT EXISTS (SELECT FROM released WHERE as_of = :asOf)")
                .bind("asOf", asOf)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether students of a school are counted from nothing at this moment. */
    public boolean isCountedAnew(Handle tx) {
        return tx.createQuery("SELECT EXISTS (SELECT FROM refresh WHERE everything)")
                .mapTo(Boolean.class)
                .one();
    }

    /** False: somebody else has released it, for whom this has waited. */
    public boolean begin(Handle tx, LocalDate asOf, Instant now) {
        return tx.createUpdate("INSERT INTO released (as_of, released_at) VALUES (:asOf, :now) ON CONFLICT DO NOTHING")
                        .bind("asOf", asOf)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Where each cell was shown as of the latest of these dates that has it. */
    public Map<Cell.Of, Whole> shownIn(Handle tx, LocalDate first, LocalDate before) {
        Map<Cell.Of, Whole> shown = new HashMap<>();
        tx.createQuery("""
                        SELECT DISTINCT ON (school_id, grade) school_id, grade, shown_in FROM released_cell
                        WHERE as_of >= :first AND as_of < :before ORDER BY school_id, grade, as_of DESC""")
                .bind("first", first)
                .bind("before", before)
                .map((row, context) -> shown.put(
                        new Cell.Of(row.getString("school_id"), row.getString("grade")),
                        Whole.valueOf(row.getString("shown_in"))))
                .list();
        return shown;
    }

    public void save(Handle tx, LocalDate asOf, List<Cell> cells, Sums district) {
        List<Cell> rows = new ArrayList<>(cells);
        rows.add(new Cell(DISTRICT, district, Whole.DISTRICT));
        var save = tx.createUpdate("""
                        INSERT INTO released_cell (as_of, school_id, grade, shown_in, enrolled, counted, absent, left_out,
                            satisfactory, at_risk, chronic, severe)
                        SELECT CAST(:asOf AS date), * FROM unnest(:schools, :grades, :shown, CAST(:enrolled AS int[]),
                            CAST(:counted AS int[]), CAST(:absent AS int[]), CAST(:leftOut AS int[]),
                            CAST(:satisfactory AS int[]), CAST(:atRisk AS int[]), CAST(:chronic AS int[]),
                            CAST(:severe AS int[]))""").bind("asOf", asOf);
        Columns.bind(save, "schools", rows, Cell::schoolId);
        Columns.bind(save, "grades", rows, row -> row.of().grade());
        Columns.bind(save, "shown", rows, Cell::shownIn);
        Columns.bind(save, "enrolled", rows, row -> row.sums().enrolled());
        Columns.bind(save, "counted", rows, row -> row.sums().counted());
        Columns.bind(save, "absent", rows, row -> row.sums().absentHalfDays());
        Columns.bind(save, "leftOut", rows, row -> row.sums().leftOut());
        Columns.bind(save, "satisfactory", rows, row -> row.sums().satisfactory());
        Columns.bind(save, "atRisk", rows, row -> row.sums().atRisk());
        Columns.bind(save, "chronic", rows, row -> row.sums().chronic());
        Columns.bind(save, "severe", rows, row -> row.sums().severe());
        save.execute();
    }

    public Released load(Handle tx, LocalDate asOf) {
        Optional<Instant> at = tx.createQuery("SELECT released_at FROM released WHERE as_of = :asOf")
                .bind("asOf", asOf)
                .mapTo(Instant.class)
                .findOne();
        List<Cell> cells = tx.createQuery("SELECT * FROM released_cell WHERE as_of = :asOf ORDER BY school_id, grade")
                .bind("asOf", asOf)
                .map((row, context) -> new Cell(
                        new Cell.Of(row.getString("school_id"), row.getString("grade")),
                        SumStore.sums(row),
                        Whole.valueOf(row.getString("shown_in"))))
                .list();
        return new Released(
                asOf,
                at.orElse(null),
                cells.stream()
                        .filter(cell -> cell.of().equals(DISTRICT))
                        .map(Cell::sums)
                        .findFirst()
                        .orElse(Sums.NONE),
                cells.stream().filter(cell -> !cell.of().equals(DISTRICT)).toList());
    }
}
