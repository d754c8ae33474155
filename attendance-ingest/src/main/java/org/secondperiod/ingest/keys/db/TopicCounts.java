package org.secondperiod.ingest.keys.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.keys.KeyCount;

/** How many values lie on a topic under which key, as they were last counted. */
@ApplicationScoped
public class TopicCounts {

    /**
     * Whether the topic is to be read now: nobody has begun to for a while, and it was not counted lately with this key as the
     * current one, or something was found that is not under it. Whoever is told so has begun.
     *
     * @param notBefore how long nobody begins after somebody did
     */
    public boolean begin(Handle tx, String topic, String current, Duration notBefore) {
        return tx.createUpdate("""
                        INSERT INTO topic_count AS t (topic, begun_at) VALUES (:topic, now())
                        ON CONFLICT (topic) DO UPDATE SET begun_at = now()
                        WHERE t.begun_at < now() - CAST(:notBefore AS interval)
                            AND (t.counted_at IS NULL OR t.under IS DISTINCT FROM :current
                                OR EXISTS (SELECT FROM topic_key k WHERE k.topic = t.topic AND k.key_id <> :current)
                                OR EXISTS (SELECT FROM roster_student s
                                    WHERE s.person_mark IS NOT NULL AND s.person_key IS DISTINCT FROM :current))""")
                        .bind("topic", topic)
                        .bind("current", current)
                        .bind("notBefore", notBefore.toString())
                        .execute()
                == 1;
    }

    /** It was counted, with this key as the current one. */
    public void counted(Handle tx, String topic, String current, Map<String, Long> found) {
        tx.createUpdate("DELETE FROM topic_key WHERE topic = :topic")
                .bind("topic", topic)
                .execute();
        found.forEach((key, values) -> tx.createUpdate(
                        "INSERT INTO topic_key (topic, key_id, found) VALUES (:topic, :key, :found)")
                .bind("topic", topic)
                .bind("key", key)
                .bind("found", values)
                .execute());
        tx.createUpdate("""
                        INSERT INTO topic_count (topic, begun_at, counted_at, under) VALUES (:topic, now(), now(), :current)
                        ON CONFLICT (topic) DO UPDATE SET counted_at = now(), under = excluded.under""").bind("topic", topic).bind("current", current).execute();
    }

    /** Whether it was ever counted with this key as the current one. */
    public boolean isCounted(Handle tx, String topic, String current) {
        return tx.createQuery("SELECT count(*) FROM topic_count WHERE topic = :topic AND under = :current")
                        .bind("topic", topic)
                        .bind("current", current)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** What was found. */
    public List<KeyCount> found(Handle tx) {
        return tx.createQuery("SELECT topic, key_id, found FROM topic_key ORDER BY topic, key_id")
                .map((row, context) -> new KeyCount(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
