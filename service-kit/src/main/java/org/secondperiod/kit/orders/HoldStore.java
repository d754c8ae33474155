package org.secondperiod.kit.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The legal holds that this service knows. */
@ApplicationScoped
public class HoldStore {

    /** Takes a hold, unless a later version of it is known. Once it has ended, what it held is looked for by the next purge. */
    public void put(Handle tx, Hold hold) {
        int news = tx.createUpdate("""
                        INSERT INTO known_hold (hold_id, student_id, school_id, ended, version)
                        VALUES (:id, :student, :school, :ended, :version)
                        ON CONFLICT (hold_id) DO UPDATE
                           SET student_id = excluded.student_id, school_id = excluded.school_id, ended = excluded.ended,
                               version = excluded.version
                         WHERE known_hold.version < excluded.version""")
                .bind("id", hold.holdId())
                .bind("student", hold.studentId())
                .bind("school", hold.schoolId())
                .bind("ended", hold.ended())
                .bind("version", hold.version())
                .execute();
        if (news > 0 && hold.ended()) {
            lookAtAllDays(tx);
        }
    }

    /** Forgets holds that are gone from the topic. */
    public void remove(Handle tx, Collection<String> holdIds) {
        tx.createUpdate("DELETE FROM known_hold WHERE hold_id = ANY (:ids)")
                .bindArray("ids", String.class, holdIds)
                .execute();
        lookAtAllDays(tx);
    }

    /** Whether this consumer has begun to read orders, now or in an earlier run: before that nobody knows what is held. */
    public boolean isBeingRead(Handle handle, String consumer, String topic) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM consumer_offset WHERE consumer = :consumer AND topic = :topic)")
                .bind("consumer", consumer)
                .bind("topic", topic)
                .mapTo(Boolean.class)
                .one();
    }

    private static void lookAtAllDays(Handle tx) {
        tx.execute("UPDATE purge SET whole_at = NULL");
    }
}
