package org.secondperiod.outreach.grants.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.outreach.grants.StaffGrant;
import org.secondperiod.outreach.grants.StaffGrant.State;
import org.secondperiod.outreach.grants.StaffGrant.What;

/** Grants as they are, and as they were after each change. */
@ApplicationScoped
public class StaffGrantStore {

    /** Why each is as it is. */
    public static final SealedColumn WHY = SealedColumn.text("staff_grant", "why_sealed", "why", "grant_id");

    /** Why each was changed to what it was. */
    public static final SealedColumn WHY_CHANGED =
            SealedColumn.text("staff_grant_change", "why_sealed", "why", "grant_id", "version bigint");

    private final SealedText texts;

    StaffGrantStore(SealedText texts) {
        this.texts = texts;
    }

    /** What to list; each that is not given is not asked for. */
    public record Filter(
            @Nullable String subject,
            @Nullable String school,
            @Nullable String role,
            @Nullable State state) {}

    /** Where a page begins: after this grant. */
    public record After(String subject, String grantId) {

        public static final After NOTHING = new After("", "");
    }

    /** A grant as it was after a change. */
    public record Change(What what, StaffGrant grant) {}

    /** Keeps a grant as it now is, and the change that made it so. */
    public void put(Handle tx, What what, StaffGrant grant) {
        bound(tx.createUpdate("""
                        INSERT INTO staff_grant (grant_id, subject, role, schools, rights, expires_at, revoked, version,
                            granted_by, granted_at, changed_by, changed_at, why_sealed)
                        VALUES (:id, :subject, :role, :schools, :rights, :expires, :revoked, :version,
                            :by, :at, :by, :at, CAST(:why AS jsonb))
                        ON CONFLICT (grant_id) DO UPDATE
                           SET schools = excluded.schools, rights = excluded.rights, expires_at = excluded.expires_at,
                               revoked = excluded.revoked, version = excluded.version,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                               why_sealed = excluded.why_sealed, why = NULL"""), grant)
                .bind("why", texts.seal(WHY.row(grant.grant().grantId()), grant.why()))
                .bind("revoked", grant.grant().revoked())
                .execute();
        bound(tx.createUpdate("""
                        INSERT INTO staff_grant_change (grant_id, version, what, subject, role, schools, rights, expires_at,
                            changed_by, changed_at, why_sealed)
                        VALUES (:id, :version, :what, :subject, :role, :schools, :rights, :expires, :by, :at,
                            CAST(:why AS jsonb))"""), grant)
                .bind("what", what.name())
                .bind(
                        "why",
                        texts.seal(
                                changeRow(grant.grant().grantId(), grant.grant().version()), grant.why()))
                .execute();
    }

    public Optional<StaffGrant> byId(Handle handle, String grantId) {
        return handle.createQuery("SELECT * FROM staff_grant WHERE grant_id = :id")
                .bind("id", grantId)
                .map((row, context) -> grant(row, WHY.row(row.getString("grant_id"))))
                .findOne();
    }

    /** The grant, which nobody else changes until this transaction ends. */
    public Optional<StaffGrant> lock(Handle tx, String grantId) {
        return tx.createQuery("SELECT * FROM staff_grant WHERE grant_id = :id FOR UPDATE")
                .bind("id", grantId)
                .map((row, context) -> grant(row, WHY.row(row.getString("grant_id"))))
                .findOne();
    }

    /** A page of the grants that name one of these schools, by subject. */
    public List<StaffGrant> page(Handle handle, Schools visible, Filter filter, Instant now, After after, int limit) {
        return handle.createQuery("""
                        SELECT * FROM staff_grant
                         WHERE (subject, grant_id) > (:afterSubject, :afterId)
                           AND (:all OR schools && CAST(:visible AS text[]))
                           AND (CAST(:subject AS text) IS NULL OR subject = :subject)
                           AND (CAST(:school AS text) IS NULL OR schools && ARRAY[CAST(:school AS text), '*'])
                           AND (CAST(:role AS text) IS NULL OR role = :role)
                           AND (CAST(:state AS text) IS NULL OR :state =
                                CASE WHEN revoked THEN 'REVOKED' WHEN expires_at > :now THEN 'IN_FORCE' ELSE 'ENDED' END)
                         ORDER BY subject, grant_id LIMIT :limit""")
                .bind("afterSubject", after.subject())
                .bind("afterId", after.grantId())
                .bind("all", visible.all())
                .bindArray("visible", String.class, visible.isNone() ? Set.of() : withEvery(visible))
                .bind("subject", filter.subject())
                .bind("school", filter.school())
                .bind("role", filter.role())
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, context) -> grant(row, WHY.row(row.getString("grant_id"))))
                .list();
    }

    /** What became of a grant, in order. */
    public List<Change> history(Handle handle, String grantId) {
        return handle.createQuery("""
                        SELECT *, what = 'REVOKED' AS revoked, changed_by AS granted_by, changed_at AS granted_at
                          FROM staff_grant_change WHERE grant_id = :id ORDER BY version""")
                .bind("id", grantId)
                .map((row, context) -> new Change(
                        What.valueOf(row.getString("what")),
                        grant(row, changeRow(row.getString("grant_id"), row.getLong("version")))))
                .list();
    }

    /** A grant for all of the district is one for each of its schools. */
    private static Set<String> withEvery(Schools schools) {
        Set<String> names = new TreeSet<>(schools.ids());
        names.add(Schools.EVERY);
        return names;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, StaffGrant grant) {
        return statement
                .bind("id", grant.grant().grantId())
                .bind("version", grant.grant().version())
                .bind("subject", grant.grant().subject())
                .bind("role", grant.grant().role())
                .bindArray("schools", String.class, grant.grant().schools().names())
                .bindArray("rights", String.class, grant.grant().rights())
                .bind("expires", grant.end().atOffset(ZoneOffset.UTC))
                .bind("by", grant.changedBy())
                .bind("at", grant.changedAt().atOffset(ZoneOffset.UTC));
    }

    private static String changeRow(String grantId, long version) {
        return WHY_CHANGED.row(grantId, version);
    }

    private StaffGrant grant(ResultSet row, String sealedTo) throws SQLException {
        return new StaffGrant(
                new Grant(
                        row.getString("grant_id"),
                        row.getString("subject"),
                        row.getString("role"),
                        Schools.of(texts(row, "schools")),
                        texts(row, "rights"),
                        time(row, "expires_at"),
                        row.getBoolean("revoked"),
                        row.getLong("version")),
                row.getString("granted_by"),
                time(row, "granted_at"),
                row.getString("changed_by"),
                time(row, "changed_at"),
                Objects.requireNonNull(texts.open(sealedTo, row.getString("why_sealed"), row.getString("why"))));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
