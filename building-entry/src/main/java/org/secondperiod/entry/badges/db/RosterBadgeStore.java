package org.secondperiod.entry.badges.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.badges.RosterBadges;

/**
 * Every version of what the roster said of students' badges, and the claims that follow from all of them. A badge that a
 * later version no longer has was the student's until that version came.
 */
@ApplicationScoped
public class RosterBadgeStore {

    private record Version(String studentId, long version) {}

    /** Adds versions; one that is known already changes nothing. */
    public void add(Handle tx, List<RosterBadges> versions) {
        Set<Version> added = new HashSet<>(tx.createQuery("""
                        INSERT INTO badge_roster (student_id, version, recorded_at)
                        SELECT student, version, recorded::timestamptz FROM unnest(:students, :versions, :recorded)
                            AS n (student, version, recorded) ORDER BY student, version
                        ON CONFLICT DO NOTHING RETURNING student_id, version""")
                .bindArray("students", String.class, map(versions, RosterBadges::studentId))
                .bindArray("versions", Long.class, map(versions, RosterBadges::version))
                .bindArray(
                        "recorded",
                        String.class,
                        map(versions, each -> each.recordedAt().toString()))
                .map((row, context) -> new Version(row.getString("student_id"), row.getLong("version")))
                .list());
        List<RosterBadges> news = versions.stream()
                .filter(each -> added.remove(new Version(each.studentId(), each.version())))
                .toList();
        insertPeriods(tx, news);
        derive(tx, map(news, RosterBadges::studentId));
    }

    /** The roster no longer knows these students: what they still had was theirs until now. */
    public void end(Handle tx, Collection<String> studentIds, Instant now) {
        tx.createUpdate("""
                        INSERT INTO badge_roster (student_id, version, recorded_at)
                        SELECT student_id, max(version) + 1, :now::timestamptz FROM badge_roster v
                        WHERE student_id = ANY(:students) GROUP BY student_id
                        HAVING EXISTS (SELECT 1 FROM badge_roster_claim c
                                       WHERE c.student_id = v.student_id AND c.version = max(v.version))""")
                .bindArray("students", String.class, List.copyOf(studentIds))
                .bind("now", now.toString())
                .execute();
        derive(tx, studentIds);
    }

    private static void insertPeriods(Handle tx, List<RosterBadges> versions) {
        List<String> students = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<String> badges = new ArrayList<>();
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (RosterBadges version : versions) {
            for (RosterBadges.Period period : version.periods()) {
                students.add(version.studentId());
                numbers.add(version.version());
                badges.add(period.badge());
                from.add(text(period.validFrom()));
                to.add(text(period.validTo()));
            }
        }
        tx.createUpdate("""
                        INSERT INTO badge_roster_claim (student_id, version, badge, valid_from, valid_to)
                        SELECT student, version, badge, valid_from::timestamptz, valid_to::timestamptz
                        FROM unnest(:students, :versions, :badges, :from, :to)
                            AS n (student, version, badge, valid_from, valid_to)""")
                .bindArray("students", String.class, students)
                .bindArray("versions", Long.class, numbers)
                .bindArray("badges", String.class, badges)
                .bindArray("from", String.class, from)
                .bindArray("to", String.class, to)
                .execute();
    }

    private static void derive(Handle tx, Collection<String> studentIds) {
        List<String> students = studentIds.stream().distinct().sorted().toList();
        tx.createUpdate("DELETE FROM badge_claim WHERE source = 'ROSTER' AND student_id = ANY(:students)")
                .bindArray("students", String.class, students)
                .execute();
        tx.createUpdate("""
                        INSERT INTO badge_claim (badge, source, student_id, valid_from, valid_to)
                        SELECT badge, 'ROSTER', student_id, valid_from, until
                        FROM (SELECT DISTINCT ON (c.student_id, c.badge, c.valid_from)
                                     c.badge, c.student_id, c.valid_from,
                                     least(c.valid_to, (SELECT min(v.recorded_at) FROM badge_roster v
                                                        WHERE v.student_id = c.student_id AND v.version > c.version)) AS until
                              FROM badge_roster_claim c WHERE c.student_id = ANY(:students)
                              ORDER BY c.student_id, c.badge, c.valid_from, c.version DESC, c.valid_to DESC NULLS FIRST) latest
                        WHERE until IS NULL OR valid_from IS NULL OR until > valid_from""").bindArray("students", String.class, students).execute();
    }

    private static <T> List<T> map(List<RosterBadges> versions, Function<RosterBadges, T> part) {
        return versions.stream().map(part).toList();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
