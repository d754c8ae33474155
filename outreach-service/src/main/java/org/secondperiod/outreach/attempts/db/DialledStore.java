package org.secondperiod.outreach.attempts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.cipher.SealedText;

/** Which numbers were dialled: sealed, and found by an entry of the blind index. */
@ApplicationScoped
public class DialledStore {

    private final SealedText texts;
    private final BlindIndex index;

    DialledStore(SealedText texts, BlindIndex index) {
        this.texts = texts;
        this.index = index;
    }

    /** Keeps which number it was, in E.164. */
    public void keep(Handle tx, String attemptId, String e164) {
        tx.createUpdate("""
                        UPDATE call_attempt SET number_entry = :entry, number_under = :under, number_sealed = CAST(:sealed AS jsonb)
                        WHERE attempt_id = :id
                        """)
                .bind("id", attemptId)
                .bind("entry", index.entry(e164))
                .bind("under", index.madeWith())
                .bind("sealed", texts.seal(AttemptStore.NUMBER.row(attemptId), e164))
                .execute();
    }

    private record Dialled(String attemptId, String number) {}

    /**
     * Makes entries anew that were made with another key.
     *
     * @param after the last one that was looked at; empty at the beginning
     * @return the last one now; empty if there are no more
     */
    public String index(Handle tx, String after, int most) {
        List<Dialled> found = tx.createQuery("""
                        SELECT attempt_id, number_sealed FROM call_attempt
                        WHERE number_sealed IS NOT NULL AND number_under <> :under AND attempt_id > :after COLLATE "C"
                        ORDER BY attempt_id LIMIT :most FOR UPDATE
                        """)
                .bind("under", index.madeWith())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new Dialled(
                        row.getString("attempt_id"),
                        String.valueOf(texts.open(
                                AttemptStore.NUMBER.row(row.getString("attempt_id")),
                                row.getString("number_sealed"),
                                null))))
                .list();
        found.stream()
                .filter(each -> !each.number().equals(SealedText.UNREADABLE))
                .forEach(each -> keep(tx, each.attemptId(), each.number()));
        return found.isEmpty() ? "" : found.getLast().attemptId();
    }
}
