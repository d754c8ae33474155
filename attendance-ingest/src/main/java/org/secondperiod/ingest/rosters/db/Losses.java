package org.secondperiod.ingest.rosters.db;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.secondperiod.ingest.rosters.ShrinkGuard;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** How many students the named schools have, and would lose by what is staged. */
public final class Losses {

    private Losses() {}

    /** Nothing for a delta: it names whom it takes away. */
    public static List<ShrinkGuard.Loss> find(Handle tx, ImportPlan plan, LocalDate today) {
        if (!plan.replacesMemberships() && !plan.isBulk(RosterFile.USERS)) {
            return List.of();
        }
        String missing = plan.replacesMemberships()
                ? "NOT EXISTS (SELECT 1 FROM staged_membership s WHERE s.user_id = m.user_id AND s.org_id = m.org_id"
                        + " AND s.role = 'student' AND NOT s.deleted AND (s.exit IS NULL OR s.exit >= :today))"
                : "NOT EXISTS (SELECT 1 FROM staged_user s WHERE s.id = m.user_id AND NOT s.deleted)";
        return tx.createQuery("""
                        SELECT m.org_id AS school_id, count(DISTINCT m.user_id) AS students,
                               count(DISTINCT m.user_id) FILTER (WHERE %s AND NOT EXISTS (
                                   SELECT 1 FROM staged_rejected r
                                   WHERE r.id = m.user_id AND r.file = 'users.csv'
                                      OR r.id = m.membership_id AND r.file = 'roles.csv')) AS dropped
                        FROM roster_membership m JOIN staged_school k ON k.school_id = m.org_id
                        WHERE m.role = 'student' AND (m.exit IS NULL OR m.exit >= :today)
                        GROUP BY m.org_id ORDER BY m.org_id""".formatted(missing))
                .bind("today", today)
                .map(ConstructorMapper.of(ShrinkGuard.Loss.class))
                .list();
    }
}
