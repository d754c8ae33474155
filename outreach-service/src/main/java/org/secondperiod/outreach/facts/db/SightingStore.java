package org.secondperiod.outreach.facts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.StudentDay;

/** Sightings as they were entered. */
@ApplicationScoped
public class SightingStore {

    /** The note of each. */
    public static final SealedColumn NOTE = SealedColumn.text("sighting", "note_sealed", "note", "sighting_id");

    private final SealedText texts;

    SightingStore(SealedText texts) {
        this.texts = texts;
    }

    /** Adds a sighting. @return whether there was none of its id */
    public boolean add(Handle tx, Sighting sighting) {
        return tx.createUpdate("""
                                INSERT INTO sighting (sighting_id, student_id, school_id, school_day, seen, at, seen_by, note_sealed,
                                    note_restricted, entered_by, recorded_at)
                                VALUES (:id, :student, :school, CAST(:day AS date), :seen, CAST(:at AS timestamptz), :seenBy,
                                    CAST(:note AS jsonb), :restricted, :enteredBy, CAST(:recorded AS timestamptz))
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("id", sighting.fact().sightingId())
                        .bind("student", sighting.student().value())
                        .bind("school", sighting.fact().school().value())
                        .bind("day", sighting.of().day().toString())
                        .bind("seen", sighting.fact().seen().name())
                        .bind("at", sighting.fact().at().toString())
                        .bind("seenBy", sighting.fact().by())
                        .bind("note", texts.seal(NOTE.row(sighting.fact().sightingId()), sighting.note()))
                        .bind("restricted", sighting.restricted())
                        .bind("enteredBy", sighting.enteredBy())
                        .bind("recorded", sighting.recordedAt().toString())
                        .execute()
                == 1;
    }

    /** The sighting of that id. */
    public Optional<Sighting> byId(Handle tx, String sightingId) {
        return tx.createQuery("SELECT * FROM sighting WHERE sighting_id = :id")
                .bind("id", sightingId)
                .map((row, context) -> sighting(row))
                .findOne();
    }

    /** A student's sightings of a day. */
    public List<Sighting> of(Handle tx, StudentDay day) {
        return tx.createQuery("""
                        SELECT * FROM sighting WHERE student_id = :student AND school_day = CAST(:day AS date) ORDER BY at
                        """)
                .bind("student", day.student().value())
                .bind("day", day.day().toString())
                .map((row, context) -> sighting(row))
                .list();
    }

    private Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                new StudentDay(
                        new StudentId(row.getString("student_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                new SightingFact(
                        row.getString("sighting_id"),
                        new SchoolId(row.getString("school_id")),
                        SightingFact.Seen.valueOf(row.getString("seen")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("seen_by")),
                texts.open(NOTE.row(row.getString("sighting_id")), row.getString("note_sealed"), row.getString("note")),
                row.getBoolean("note_restricted"),
                row.getString("entered_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
