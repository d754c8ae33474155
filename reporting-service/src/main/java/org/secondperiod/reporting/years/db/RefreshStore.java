package org.secondperiod.reporting.years.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.facts.db.Columns;

/** Schools all of whose students are to be counted again. Only added to by who finds that out, so that nobody waits for who counts. */
@ApplicationScoped
public class RefreshStore {

    /**
     * A school's year that is to be counted again.
     *
     * @param all whether it is looked anew who is enrolled, and all marks are read again
     * @param after the student up to whom that is done; empty: nobody
     */
    public record Refresh(long id, String schoolId, int year, boolean all, String after) {

        /** One that is not stored yet. */
        public static Refresh of(String schoolId, int year, boolean all) {
            return new Refresh(0, schoolId, year, all, "");
        }
    }

    public void add(Handle tx, Collection<Refresh> refreshes) {
        if (refreshes.isEmpty()) {
            return;
        }
        var add = tx.createUpdate("""
                INSERT INTO refresh (school_id, year, everything)
                SELECT * FROM unnest(:schools, CAST(:years AS int[]), CAST(:all AS boolean[]))""");
        Columns.bind(add, "schools", refreshes, Refresh::schoolId);
        Columns.bind(add, "years", refreshes, Refresh::year);
        Columns.bind(add, "all", refreshes, Refresh::all);
        add.execute();
    }

    /**
     * One that nobody else has in hand, until this transaction ends; those of the same school and year that nobody has begun are
     * taken into it.
     */
    public Optional<Refresh> take(Handle tx) {
        Optional<Refresh> taken = tx.createQuery(
                        "SELECT * FROM refresh ORDER BY refresh_id LIMIT 1 FOR UPDATE SKIP LOCKED")
                .map((row, context) -> new Refresh(
                        row.getLong("refresh_id"),
                        row.getString("school_id"),
                        row.getInt("year"),
                        row.getBoolean("everything"),
                        row.getString("after_student")))
                .findOne();
        return taken.map(refresh -> refresh.after().isEmpty() ? withEquals(tx, refresh) : refresh);
    }

    private static Refresh withEquals(Handle tx, Refresh refresh) {
        var equal = tx.createQuery("""
                        DELETE FROM refresh WHERE refresh_id IN (
                            SELECT refresh_id FROM refresh WHERE school_id = :school AND year = :year AND refresh_id <> :id
                                AND after_student = '' FOR UPDATE SKIP LOCKED)
                        RETURNING everything""")
                .bind("school", refresh.schoolId())
                .bind("year", refresh.year())
                .bind("id", refresh.id())
                .mapTo(Boolean.class)
                .list();
        return new Refresh(
                refresh.id(),
                refresh.schoolId(),
                refresh.year(),
                refresh.all() || equal.contains(true),
                refresh.after());
    }

    /** It is done up to and with this student. */
    public void done(Handle tx, Refresh refresh, String student) {
        tx.createUpdate("UPDATE refresh SET after_student = :after, everything = :all WHERE refresh_id = :id")
                .bind("id", refresh.id())
                .bind("all", refresh.all())
                .bind("after", student)
                .execute();
    }

    /** It is done. */
    public void done(Handle tx, Refresh refresh) {
        tx.createUpdate("DELETE FROM refresh WHERE refresh_id = :id")
                .bind("id", refresh.id())
                .execute();
    }
}
