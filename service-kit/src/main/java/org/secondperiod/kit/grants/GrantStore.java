package org.secondperiod.kit.grants;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The grants that this service knows. */
@ApplicationScoped
public class GrantStore {

    /** Takes a grant, unless a later version of it is known. */
    public void put(Handle tx, Grant grant) {
        tx.createUpdate("""
                        INSERT INTO known_grant (grant_id, subject, role, schools, rights, expires_at, revoked, version)
                        VALUES (:id, :subject, :role, :schools, :rights, :expires, :revoked, :version)
                        ON CONFLICT (grant_id) DO UPDATE
                           SET subject = excluded.subject, role = excluded.role, schools = excluded.schools,
                               rights = excluded.rights, expires_at = excluded.expires_at, revoked = excluded.revoked,
                               version = excluded.version
                         WHERE known_grant.version < excluded.version""")
                .bind("id", grant.grantId())
                .bind("subject", grant.subject())
                .bind("role", grant.role())
                .bindArray("schools", String.class, grant.schools().names())
                .bindArray("rights", String.class, grant.rights())
                .bind(
                        "expires",
                        grant.expiresAt() == null ? null : grant.expiresAt().atOffset(ZoneOffset.UTC))
                .bind("revoked", grant.revoked())
                .bind("version", grant.version())
                .execute();
    }

    /** Forgets grants that are gone from the topic. */
    public void remove(Handle tx, Collection<String> grantIds) {
        tx.createUpdate("DELETE FROM known_grant WHERE grant_id = ANY (:ids)")
                .bindArray("ids", String.class, grantIds)
                .execute();
    }

    /** A person's grants that are not revoked, those that have ended too. */
    public List<Grant> of(Handle handle, String subject) {
        return handle.createQuery("""
                        SELECT grant_id, subject, role, schools, rights, expires_at, revoked, version
                          FROM known_grant WHERE subject = :subject AND NOT revoked""")
                .bind("subject", subject)
                .map((row, context) -> grant(row))
                .list();
    }

    /** Whether this consumer has begun to read grants, now or in an earlier run. */
    public boolean isBeingRead(Handle handle, String consumer, String topic) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM consumer_offset WHERE consumer = :consumer AND topic = :topic)")
                .bind("consumer", consumer)
                .bind("topic", topic)
                .mapTo(Boolean.class)
                .one();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getString("grant_id"),
                row.getString("subject"),
                row.getString("role"),
                Schools.of(texts(row, "schools")),
                texts(row, "rights"),
                instant(row.getObject("expires_at", OffsetDateTime.class)),
                row.getBoolean("revoked"),
                row.getLong("version"));
    }

    private static java.time.@Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
