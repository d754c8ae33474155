package org.secondperiod.outreach.tasks.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.HoldDecision;
import org.secondperiod.outreach.whereabouts.HoldReason;

/** What leads decided of holds. */
@ApplicationScoped
public class HoldDecisionStore {

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

    /** Whether the decision in force says just that, by that person. */
    public boolean isInForce(Handle tx, Hold hold, HoldDecision.Verdict verdict, String why, String by) {
        return tx.createQuery("""
                        SELECT (verdict, why, decided_by) = (:verdict, :why, :by) FROM hold_decision
                        WHERE school_id = :school AND school_day = CAST(:day AS date) AND reason = :reason
                        ORDER BY decision_id DESC LIMIT 1
                        """)
                .bind("school", hold.day().school().value())
                .bind("day", hold.day().day().toString())
                .bind("reason", hold.reason().name())
                .bind("verdict", verdict.name())
                .bind("why", why)
                .bind("by", by)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** Adds a decision; it is in force from now on. */
    public void add(Handle tx, Hold hold, HoldDecision.Verdict verdict, String why, String by, Instant now) {
        tx.createUpdate("""
                        INSERT INTO hold_decision (school_id, school_day, reason, verdict, why, decided_by, decided_at)
                        VALUES (:school, CAST(:day AS date), :reason, :verdict, :why, :by, CAST(:now AS timestamptz))
                        """)
                .bind("school", hold.day().school().value())
                .bind("day", hold.day().day().toString())
                .bind("reason", hold.reason().name())
                .bind("verdict", verdict.name())
                .bind("why", why)
                .bind("by", by)
                .bind("now", now.toString())
                .execute();
    }
}
