package org.secondperiod.outreach.numbers.db;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.numbers.FoundNumber;
import org.secondperiod.outreach.numbers.FoundNumber.Said;

/** Numbers that staff have found. */
@ApplicationScoped
public class FoundNumberStore {

    public static final SealedColumn FOUND = SealedColumn.of("found_number", "found_sealed", "jsonb", "number_id");

    private static final String UNREADABLE =
            "{\"e164\":\"\",\"asGiven\":\"\",\"whose\":\"" + SealedText.UNREADABLE + "\"}";

    private final SealedText texts;
    private final BlindIndex index;

    FoundNumberStore(SealedText texts, BlindIndex index) {
        this.texts = texts;
        this.index = index;
    }

    /** Adds one. */
    public void add(Handle tx, FoundNumber found) {
        tx.createUpdate("""
                        INSERT INTO found_number (number_id, student_id, school_id, found_sealed, entry, entry_under, entered_by,
                            entered_at, version)
                        VALUES (:id, :student, :school, CAST(:said AS jsonb), :entry, :under, :by, :at, 1)
                        """)
                .bind("id", found.numberId())
                .bind("student", found.student().value())
                .bind("school", found.school().value())
                .bind("said", texts.seal(FOUND.row(found.numberId()), StoredJson.write(found.said())))
                .bind("entry", index.entry(found.said().e164()))
                .bind("under", index.madeWith())
                .bind("by", found.enteredBy())
                .bind("at", found.enteredAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** One of a student's; taken out or not. */
    public Optional<FoundNumber> one(Handle tx, StudentId student, String numberId) {
        return tx.createQuery("SELECT * FROM found_number WHERE number_id = :id AND student_id = :student FOR UPDATE")
                .bind("id", numberId)
                .bind("student", student.value())
                .map((row, context) -> found(row))
                .findOne();
    }

    /** Takes one out. */
    public void remove(Handle tx, String numberId, String by, Instant at) {
        tx.createUpdate("""
                        UPDATE found_number SET removed_by = :by, removed_at = :at, version = version + 1
                        WHERE number_id = :id AND removed_at IS NULL
                        """)
                .bind("id", numberId)
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Those of these students that count. */
    public Map<StudentId, List<FoundNumber>> of(Handle tx, Collection<StudentId> students) {
        var query = tx.createQuery("""
                SELECT * FROM found_number WHERE student_id = ANY (:students) AND removed_at IS NULL ORDER BY entered_at, number_id
                """);
        return Columns.bind(query, "students", students).map((row, context) -> found(row)).stream()
                .collect(groupingBy(FoundNumber::student));
    }

    /** Makes the entries again that were made with another index key. */
    public void indexAgain(Handle tx) {
        List<FoundNumber> others = tx.createQuery("SELECT * FROM found_number WHERE entry_under <> :under FOR UPDATE")
                .bind("under", index.madeWith())
                .map((row, context) -> found(row))
                .list();
        for (FoundNumber found : others) {
            if (!found.said().e164().isEmpty()) {
                tx.createUpdate("UPDATE found_number SET entry = :entry, entry_under = :under WHERE number_id = :id")
                        .bind("entry", index.entry(found.said().e164()))
                        .bind("under", index.madeWith())
                        .bind("id", found.numberId())
                        .execute();
            }
        }
    }

    private FoundNumber found(ResultSet row) throws SQLException {
        String id = row.getString("number_id");
        String said = texts.open(FOUND.row(id), row.getString("found_sealed"), null);
        OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
        return new FoundNumber(
                id,
                new StudentId(row.getString("student_id")),
                new SchoolId(row.getString("school_id")),
                StoredJson.read(said == null || said.equals(SealedText.UNREADABLE) ? UNREADABLE : said, Said.class),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("removed_by"),
                removed == null ? null : removed.toInstant(),
                row.getLong("version"));
    }
}
