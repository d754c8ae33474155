package org.secondperiod.kit.audit.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditQuestion;

/** Looks things up in the audit. What is asked for is written into the statement, so that its index is used. */
@ApplicationScoped
public class AuditSearch {

    private static final String WRITTEN = "SELECT at, chain, place, action, outcome, status, operation, credential,"
            + " subject, roles, address, about, schools, students, request_id FROM audit WHERE ";

    /** A row as it stands. */
    public record Written(
            OffsetDateTime at,
            int chain,
            long place,
            String action,
            String outcome,
            @Nullable Integer status,
            @Nullable String operation,
            String credential,
            @Nullable String subject,
            List<String> roles,
            @Nullable String address,
            @Nullable String about,
            List<String> schools,
            List<String> students,
            String requestId) {}

    /** A student whose data was shown or changed. */
    public record Student(String studentId, OffsetDateTime first, OffsetDateTime last, long times) {}

    /** A place between rows. */
    public record After(Instant at, int chain, long place) {}

    /** Rows in their order of time, after a place. */
    public List<Written> rows(Handle handle, AuditQuestion asked, @Nullable After after, int limit) {
        String behind = after == null ? "" : " AND (at, chain, place) > (:atAfter, :chainAfter, :placeAfter)";
        Query query = handle.createQuery(WRITTEN + where(asked) + behind + " ORDER BY at, chain, place LIMIT :limit");
        if (after != null) {
            query.bind("atAfter", after.at().atOffset(ZoneOffset.UTC))
                    .bind("chainAfter", after.chain())
                    .bind("placeAfter", after.place());
        }
        return bind(query, asked)
                .bind("limit", limit)
                .registerRowMapper(ConstructorMapper.factory(Written.class))
                .mapTo(Written.class)
                .list();
    }

    /** Students whose data was shown or changed, by id, after the given one. */
    public List<Student> students(Handle handle, AuditQuestion asked, String after, int limit) {
        Query query = handle.createQuery("SELECT student_id, min(at) AS first, max(at) AS last, count(*) AS times"
                + " FROM (SELECT at, unnest(students) COLLATE \"C\" AS student_id FROM audit WHERE " + where(asked)
                + " AND outcome IN ('DONE', 'BEGUN')) AS seen"
                + " WHERE student_id > :after GROUP BY student_id ORDER BY student_id LIMIT :limit");
        return bind(query, asked)
                .bind("after", after)
                .bind("limit", limit)
                .registerRowMapper(ConstructorMapper.factory(Student.class))
                .mapTo(Student.class)
                .list();
    }

    private static String where(AuditQuestion asked) {
        return "at >= :from AND at < :to"
                + (asked.subject() == null ? "" : " AND subject = :subject")
                + (asked.address() == null ? "" : " AND address = :address")
                + (asked.outcome() == null
                        ? ""
                        : " AND outcome = '" + asked.outcome().name() + "'")
                + (asked.school() == null ? "" : " AND :school = ANY (schools)");
    }

    private static Query bind(Query query, AuditQuestion asked) {
        query.bind("from", asked.from().atOffset(ZoneOffset.UTC))
                .bind("to", asked.to().atOffset(ZoneOffset.UTC));
        if (asked.subject() != null) {
            query.bind("subject", asked.subject());
        }
        if (asked.address() != null) {
            query.bind("address", asked.address());
        }
        if (asked.school() != null) {
            query.bind("school", asked.school());
        }
        return query;
    }
}
