package org.secondperiod.outreach.mandatedreports.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.mandatedreports.Showing;

/** To whom notes were given out. It is seen with the note, and nowhere else: the log of disclosures is the family's to read. */
@ApplicationScoped
public class ShowingStore {

    /** By which order each was. */
    public static final SealedColumn ORDER =
            SealedColumn.of("mandated_report_shown", "court_order", "jsonb", "showing_id");

    private final SealedText texts;

    ShowingStore(SealedText texts) {
        this.texts = texts;
    }

    /** Keeps that a note was given out. */
    public void add(Handle tx, String reportId, Showing showing) {
        String id = "showing-" + UUID.randomUUID();
        tx.createUpdate("""
                        INSERT INTO mandated_report_shown (showing_id, report_id, shown_to, shown_at, court_order)
                        VALUES (:id, :report, :by, :at, CAST(:order AS jsonb))""")
                .bind("id", id)
                .bind("report", reportId)
                .bind("by", showing.by())
                .bind("at", showing.at().atOffset(ZoneOffset.UTC))
                .bind("order", texts.seal(ORDER.row(id), showing.order()))
                .execute();
    }

    /** Those of a note, the first first. */
    public List<Showing> of(Handle tx, String reportId) {
        return tx.createQuery(
                        "SELECT * FROM mandated_report_shown WHERE report_id = :report ORDER BY shown_at, showing_id")
                .bind("report", reportId)
                .map((row, context) -> new Showing(
                        row.getString("shown_to"),
                        row.getObject("shown_at", OffsetDateTime.class).toInstant(),
                        String.valueOf(texts.open(
                                ORDER.row(row.getString("showing_id")), row.getString("court_order"), null))))
                .list();
    }

    /** Takes out those of a note. */
    public void delete(Handle tx, String reportId) {
        tx.createUpdate("DELETE FROM mandated_report_shown WHERE report_id = :report")
                .bind("report", reportId)
                .execute();
    }
}
