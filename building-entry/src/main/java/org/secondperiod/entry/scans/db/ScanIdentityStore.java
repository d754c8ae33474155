package org.secondperiod.entry.scans.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.scans.Taking;

/** Which ids which credential has used for which scan. */
@ApplicationScoped
public class ScanIdentityStore {

    /** What came of claiming ids: the content that each id stands for, and which of them are new. */
    public record Claims(Map<String, String> contentOfNew, Map<String, String> contentOfKnown) {

        /** Whether the scan's id stands for something else. */
        public boolean conflicts(Taking taking) {
            String scanId = String.valueOf(taking.scan().scanId());
            String content = contentOfNew.getOrDefault(scanId, contentOfKnown.get(scanId));
            return !taking.scan().content().text().equals(content);
        }

        /** Whether the scan's id was not known before. */
        public boolean isNew(Taking taking) {
            return contentOfNew.containsKey(String.valueOf(taking.scan().scanId()));
        }
    }

    /** Claims the ids of these scans; of two with one id the first has it. */
    public Claims claim(Handle tx, String subject, List<Taking> named, Instant now) {
        List<Taking> sorted = named.stream()
                .sorted(Comparator.comparing(
                        taking -> String.valueOf(taking.scan().scanId())))
                .toList();
        Map<String, String> contentOfNew = new HashMap<>();
        tx.createQuery("""
                        INSERT INTO scan_identity (subject, scan_id, content, event_id, seen)
                        SELECT :subject, scan_id, content, event_id, :now
                        FROM unnest(:scanIds, :contents, :eventIds) AS n (scan_id, content, event_id)
                        ON CONFLICT DO NOTHING RETURNING scan_id, content""")
                .bind("subject", subject)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray(
                        "scanIds",
                        String.class,
                        sorted.stream().map(t -> t.scan().scanId()).toList())
                .bindArray(
                        "contents",
                        String.class,
                        sorted.stream().map(t -> t.scan().content().text()).toList())
                .bindArray(
                        "eventIds",
                        String.class,
                        sorted.stream().map(Taking::eventId).toList())
                .map((row, context) -> contentOfNew.put(row.getString("scan_id"), row.getString("content")))
                .list();
        List<String> known = named.stream()
                .map(taking -> String.valueOf(taking.scan().scanId()))
                .filter(scanId -> !contentOfNew.containsKey(scanId))
                .distinct()
                .toList();
        return new Claims(contentOfNew, known.isEmpty() ? Map.of() : contents(tx, subject, known));
    }

    private static Map<String, String> contents(Handle tx, String subject, List<String> scanIds) {
        Map<String, String> contents = new HashMap<>();
        tx.createQuery("SELECT scan_id, content FROM scan_identity WHERE subject = :subject AND scan_id = ANY(:ids)")
                .bind("subject", subject)
                .bindArray("ids", String.class, scanIds)
                .map((row, context) -> contents.put(row.getString("scan_id"), row.getString("content")))
                .list();
        return contents;
    }
}
