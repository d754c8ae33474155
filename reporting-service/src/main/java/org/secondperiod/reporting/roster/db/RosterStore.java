package org.secondperiod.reporting.roster.db;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.roster.RosterVersion;

/** Every version of every student's roster. */
@ApplicationScoped
public class RosterStore {

    /** Adds versions; returns the students of whom one was not known. */
    public Set<String> add(Handle tx, Collection<RosterVersion> told) {
        List<RosterVersion> versions = told.stream()
                .sorted(Comparator.comparing(RosterVersion::studentId).thenComparingLong(RosterVersion::version))
                .toList();
        var add = tx.createQuery("""
                INSERT INTO roster_version (student_id, version, recorded_at, told)
                SELECT * FROM unnest(:students, CAST(:versions AS bigint[]), CAST(:recorded AS timestamptz[]),
                    CAST(:told AS jsonb[]))
                ON CONFLICT DO NOTHING RETURNING student_id""");
        Columns.bind(add, "students", versions, RosterVersion::studentId);
        Columns.bind(add, "versions", versions, RosterVersion::version);
        Columns.bind(add, "recorded", versions, RosterVersion::recordedAt);
        Columns.bind(add, "told", versions, each -> StoredRoster.write(each.enrolments(), each.groups()));
        return new TreeSet<>(add.mapTo(String.class).list());
    }

    /** The roster no longer knows these students: that is a version too, the last one, if the one before it had anything. */
    public Set<String> end(Handle tx, Collection<String> students, Instant now) {
        return new TreeSet<>(tx.createQuery("""
                        INSERT INTO roster_version (student_id, version, recorded_at, told)
                        SELECT student_id, version + 1, CAST(:now AS timestamptz), '{"enrolments": [], "groups": []}'
                        FROM (SELECT DISTINCT ON (student_id) student_id, version, told FROM roster_version
                              WHERE student_id = ANY(:students) ORDER BY student_id, version DESC) AS latest
                        WHERE told -> 'enrolments' <> '[]'
                        ON CONFLICT DO NOTHING RETURNING student_id""")
                .bind("now", now.toString())
                .bindArray("students", String.class, List.copyOf(students))
                .mapTo(String.class)
                .list());
    }

    /** All versions of these students' rosters. */
    public Map<String, List<RosterVersion>> versions(Handle tx, Collection<String> students) {
        return tx
                .createQuery("SELECT * FROM roster_version WHERE student_id = ANY(:students)")
                .bindArray("students", String.class, List.copyOf(students))
                .map((row, context) -> {
                    StoredRoster.Told told = StoredRoster.read(row.getString("told"));
                    return new RosterVersion(
                            row.getString("student_id"),
                            row.getLong("version"),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            told.enrolments().stream()
                                    .map(StoredRoster.One::enrolled)
                                    .toList(),
                            told.groups());
                })
                .list()
                .stream()
                .collect(groupingBy(RosterVersion::studentId));
    }
}
