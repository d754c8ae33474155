package org.secondperiod.outreach.care.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.care.CareStep.Kind;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** The steps. The database lets nobody change one. */
@ApplicationScoped
public class CareStepStore {

    /** Adds steps, in order. */
    public void add(Handle tx, List<CareStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var insert = tx.createUpdate("""
                INSERT INTO care_step (of_what, of_id, version, student_id, school_id, school_day, what, detail, by_whom, at)
                SELECT * FROM unnest(CAST(:kinds AS text[]), CAST(:ids AS text[]), CAST(:versions AS bigint[]),
                    CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]), CAST(:whats AS text[]),
                    CAST(:details AS text[]), CAST(:by AS text[]), CAST(:at AS timestamptz[]))
                """);
        Columns.bind(insert, "kinds", steps, CareStep::kind);
        Columns.bind(insert, "ids", steps, CareStep::id);
        Columns.bind(insert, "versions", steps, CareStep::version);
        Columns.bind(insert, "students", steps, step -> step.of().student());
        Columns.bind(insert, "schools", steps, step -> step.of().school());
        Columns.bind(insert, "days", steps, step -> step.of().day());
        Columns.bind(insert, "whats", steps, CareStep::what);
        Columns.bind(insert, "details", steps, CareStep::detail);
        Columns.bind(insert, "by", steps, CareStep::by);
        Columns.bind(insert, "at", steps, CareStep::at);
        insert.execute();
    }

    /** The history of one. */
    public List<CareStep> of(Handle tx, Kind kind, String id) {
        return tx.createQuery("SELECT * FROM care_step WHERE of_what = :kind AND of_id = :id ORDER BY version")
                .bind("kind", kind.name())
                .bind("id", id)
                .map((row, context) -> step(row))
                .list();
    }

    /** All steps of what was left by calls about a student on a day. */
    public List<CareStep> of(Handle tx, StudentDay day) {
        return tx.createQuery("""
                        SELECT * FROM care_step WHERE student_id = :student AND school_day = CAST(:day AS date)
                        ORDER BY at, of_what, of_id, version
                        """)
                .bind("student", day.student().value())
                .bind("day", day.day().toString())
                .map((row, context) -> step(row))
                .list();
    }

    private static CareStep step(ResultSet row) throws SQLException {
        return new CareStep(
                Kind.valueOf(row.getString("of_what")),
                row.getString("of_id"),
                row.getLong("version"),
                new StudentAtSchool(
                        new StudentId(row.getString("student_id")),
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                row.getString("what"),
                row.getString("detail"),
                row.getString("by_whom"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
