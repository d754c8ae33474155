package org.secondperiod.outreach.dialling.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.dialling.Dialled;
import org.secondperiod.outreach.facts.db.Columns;

/** What was dialled. */
@ApplicationScoped
public class DialledStore {

    private static final String OF_NUMBERS = """
            SELECT a.number_entry, a.student_id, a.contact_id, a.outcome, a.started_at
            FROM unnest(CAST(:entries AS text[])) AS k(entry) JOIN call_attempt a ON a.number_entry = k.entry
            WHERE a.channel = 'OUTGOING_CALL' AND a.undone_at IS NULL
            """;

    /** What became of these numbers, by their entries in the blind index, whoever dialled them. */
    public List<Dialled> of(Handle tx, Collection<String> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var query = tx.createQuery(OF_NUMBERS);
        return Columns.bind(query, "entries", entries)
                .map((row, context) -> dialled(row))
                .list();
    }

    private static Dialled dialled(ResultSet row) throws SQLException {
        return new Dialled(
                row.getString("number_entry"),
                new StudentId(row.getString("student_id")),
                row.getString("contact_id"),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
