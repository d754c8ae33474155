package org.secondperiod.entry.badges.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.badges.BadgeClaim;
import org.secondperiod.entry.badges.BadgeClaim.Source;
import org.secondperiod.entry.badges.BadgeConflict;
import org.secondperiod.entry.badges.BadgeHistory;

/** Claims on badges. */
@ApplicationScoped
public class BadgeClaimStore {

    /** Writes a claim by hand, in place of the one with the same start. */
    public void replaceByHand(Handle tx, BadgeClaim claim) {
        tx.createUpdate("""
                        DELETE FROM badge_claim
                        WHERE badge = :badge AND source = 'BY_HAND' AND valid_from IS NOT DISTINCT FROM :from""")
                .bind("badge", claim.badge())
                .bind("from", utc(claim.validFrom()))
                .execute();
        tx.createUpdate("""
                        INSERT INTO badge_claim (badge, source, student_id, valid_from, valid_to)
                        VALUES (:badge, 'BY_HAND', :student, :from, :to)
                        ON CONFLICT (badge, source, student_id, valid_from) DO UPDATE SET valid_to = excluded.valid_to""")
                .bind("badge", claim.badge())
                .bind("student", claim.studentId())
                .bind("from", utc(claim.validFrom()))
                .bind("to", utc(claim.validTo()))
                .execute();
    }

    /** Whose these badges were when. */
    public BadgeHistory history(Handle handle, Collection<String> badges) {
        return new BadgeHistory(claims(handle, badges));
    }

    /** All claims on these badges, by badge, the latest start first. */
    public List<BadgeClaim> claims(Handle handle, Collection<String> badges) {
        return handle.createQuery("""
                        SELECT badge, source, student_id, valid_from, valid_to FROM badge_claim
                        WHERE badge = ANY(:badges) ORDER BY badge, valid_from DESC NULLS LAST, source, student_id""")
                .bindArray("badges", String.class, List.copyOf(badges))
                .map((row, context) -> claim(row, ""))
                .list();
    }

    /** Overlaps of claims of different students, in the order of {@link BadgeHistory}. */
    public List<BadgeConflict> conflicts(Handle handle, String after, int limit) {
        return handle.createQuery("""
                        WITH ranked AS (
                            SELECT *, tstzrange(valid_from, valid_to) AS period,
                                   row_number() OVER (PARTITION BY badge ORDER BY valid_from DESC NULLS LAST,
                                                      valid_to NULLS LAST, source, student_id) AS rank
                            FROM badge_claim WHERE badge > :after)
                        SELECT w.badge AS w_badge, w.source AS w_source, w.student_id AS w_student_id,
                               w.valid_from AS w_valid_from, w.valid_to AS w_valid_to,
                               l.badge AS l_badge, l.source AS l_source, l.student_id AS l_student_id,
                               l.valid_from AS l_valid_from, l.valid_to AS l_valid_to,
                               lower(w.period * l.period) AS overlap_from, upper(w.period * l.period) AS overlap_to
                        FROM ranked w JOIN ranked l ON l.badge = w.badge AND l.rank > w.rank
                            AND l.student_id <> w.student_id AND l.period && w.period
                        ORDER BY w.badge, w.rank, l.rank LIMIT :limit""")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new BadgeConflict(
                        claim(row, "w_"), claim(row, "l_"), instant(row, "overlap_from"), instant(row, "overlap_to")))
                .list();
    }

    private static BadgeClaim claim(ResultSet row, String prefix) throws SQLException {
        return new BadgeClaim(
                row.getString(prefix + "badge"),
                Source.valueOf(row.getString(prefix + "source")),
                row.getString(prefix + "student_id"),
                instant(row, prefix + "valid_from"),
                instant(row, prefix + "valid_to"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
