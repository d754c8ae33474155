package org.secondperiod.outreach.tasks.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.HoldDecision;
import org.secondperiod.outreach.whereabouts.HoldReason;

/** What leads decided of holds. */
@ApplicationScoped
public class HoldDecisionStore {

    /** Why each was taken. */
    public static final SealedColumn WHY =
            SealedColumn.text("hold_decision", "why_sealed", "why", "decision_id bigint");

    private final SealedText texts;

    HoldDecisionStore(SealedText texts) {
        this.texts = texts;
    }

    /** What a decision is about. */
    public record Hold(SchoolOnDay day, HoldReason reason) {}

    /** The decisions in force on these days. */
    public Map<Hold, HoldDecision> inForce(Handle tx, Collection<SchoolOnDay> days) {
        var query = tx.createQuery("""
                SELECT DISTINCT ON (d.school_id, d.school_day, d.reason) d.school_id, d.school_day, d.reason, d.verdict
                FROM (SELECT DISTINCT * FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[])))
                    AS k(school_id, school_day)
                JOIN hold_decision d ON d.school_id = k.school_id AND d.school_day = k.school_day
                ORDER BY d.school_id, d.school_day, d.reason, d.decision_id DESC
                """);
        Columns.bind(query, "schools", days, SchoolOnDay::school);
        Columns.bind(query, "days", days, SchoolOnDay::day);
        Map<Hold, HoldDecision> decisions = new HashMap<>();
        query.map((row, context) -> {
                    HoldReason reason = HoldReason.valueOf(row.getString(3));
                    return Map.entry(
                            new Hold(
                                    new SchoolOnDay(
                                            new SchoolId(row.getString(1)),
                                            SchoolDay.of(row.getObject(2, LocalDate.class))),
                                    reason),
                            new HoldDecision(reason, HoldDecision.Verdict.valueOf(row.getString(4))));
                })
                .forEach(entry -> decisions.put(entry.getKey(), entry.getValue()));
        return decisions;
    }

    /** Which decision is in force; 0 where nobody has decided. */
    public long version(Handle tx, Hold hold) {
        return tx.createQuery("""
                        SELECT coalesce(max(decision_id), 0) FROM hold_decision
                        WHERE school_id = :school AND school_day = CAST(:day AS date) AND reason = :reason
                        """)
                .bind("school", hold.day().school().value())
                .bind("day", hold.day().day().toString())
                .bind("reason", hold.reason().name())
                .mapTo(Long.class)
                .one();
    }

    /** Whether the decision in force says just that, by that person. */
    public boolean isInForce(Handle tx, Hold hold, HoldDecision.Verdict verdict, String why, String by) {
        return tx.createQuery("""
                        SELECT (verdict, decided_by) = (:verdict, :by) AS same, decision_id, why_sealed, why FROM hold_decision
                        WHERE school_id = :school AND school_day = CAST(:day AS date) AND reason = :reason
                        ORDER BY decision_id DESC LIMIT 1
                        """)
                .bind("school", hold.day().school().value())
                .bind("day", hold.day().day().toString())
                .bind("reason", hold.reason().name())
                .bind("verdict", verdict.name())
                .bind("by", by)
                .map((row, context) -> row.getBoolean("same") && why.equals(why(row)))
                .findOne()
                .orElse(false);
    }

    /** Why a decision was taken, from a row of it. */
    @Nullable
    String why(ResultSet row) throws SQLException {
        return texts.open(WHY.row(row.getLong("decision_id")), row.getString("why_sealed"), row.getString("why"));
    }

    /** Adds a decision; it is in force from now on. */
    public void add(Handle tx, Hold hold, HoldDecision.Verdict verdict, String why, String by, Instant now) {
        long id = tx.createQuery("SELECT nextval(pg_get_serial_sequence('hold_decision', 'decision_id'))")
                .mapTo(Long.class)
                .one();
        tx.createUpdate("""
                        INSERT INTO hold_decision (decision_id, school_id, school_day, reason, verdict, why_sealed, decided_by,
                            decided_at)
                        OVERRIDING SYSTEM VALUE
                        VALUES (:id, :school, CAST(:day AS date), :reason, :verdict, CAST(:why AS jsonb), :by,
                            CAST(:now AS timestamptz))
                        """)
                .bind("id", id)
                .bind("school", hold.day().school().value())
                .bind("day", hold.day().day().toString())
                .bind("reason", hold.reason().name())
                .bind("verdict", verdict.name())
                .bind("why", texts.seal(WHY.row(id), why))
                .bind("by", by)
                .bind("now", now.toString())
                .execute();
    }
}
