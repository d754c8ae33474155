package org.secondperiod.outreach.erasures.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.erasures.ErasureOrder.Erased;
import org.secondperiod.outreach.erasures.ErasureOrder.Report;
import org.secondperiod.outreach.facts.db.StoredJson;

/** What services have reported, the latest of each. */
@ApplicationScoped
public class ErasureReportStore {

    /** Keeps a report, unless a later one of this service about this order is known. */
    public void put(Handle tx, String orderId, Report report) {
        tx.createUpdate("""
                        INSERT INTO erasure_report (order_id, service, held, classes, version, reported_at)
                        VALUES (:id, :service, :held, CAST(:classes AS jsonb), :version, :at)
                        ON CONFLICT (order_id, service) DO UPDATE
                           SET held = excluded.held, classes = excluded.classes, version = excluded.version,
                               reported_at = excluded.reported_at
                         WHERE erasure_report.version < excluded.version""")
                .bind("id", orderId)
                .bind("service", report.service())
                .bind("held", report.held())
                .bind("classes", StoredJson.write(report.classes()))
                .bind("version", report.version())
                .bind("at", report.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** What was reported about an order. */
    public List<Report> of(Handle tx, String orderId) {
        return tx.createQuery("SELECT * FROM erasure_report WHERE order_id = :id ORDER BY service")
                .bind("id", orderId)
                .map((row, context) -> new Report(
                        row.getString("service"),
                        row.getBoolean("held"),
                        List.of(StoredJson.read(row.getString("classes"), Erased[].class)),
                        row.getLong("version"),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
