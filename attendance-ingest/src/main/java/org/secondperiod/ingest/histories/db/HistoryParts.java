package org.secondperiod.ingest.histories.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Files of histories, kept in parts until they have ended, so that any process may take one up. */
@ApplicationScoped
public class HistoryParts {

    private static final int PART_BYTES = 1 << 20;

    private final Jdbi jdbi;

    HistoryParts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void keep(Handle tx, String historyId, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] next = bytes.readNBytes(PART_BYTES); next.length > 0; next = bytes.readNBytes(PART_BYTES)) {
                tx.createUpdate("INSERT INTO history_part (history_id, part, content) VALUES (:id, :part, :content)")
                        .bind("id", historyId)
                        .bind("part", part)
                        .bind("content", next)
                        .execute();
                part++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file from its beginning; one part of it is in memory at a time. */
    public InputStream open(String historyId) {
        return new SequenceInputStream(new Parts(historyId));
    }

    public void forget(Handle tx, String historyId) {
        tx.createUpdate("DELETE FROM history_part WHERE history_id = :id")
                .bind("id", historyId)
                .execute();
    }

    private Optional<byte[]> part(String historyId, int part) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT content FROM history_part WHERE history_id = :id AND part = :part")
                        .bind("id", historyId)
                        .bind("part", part)
                        .map((row, context) -> row.getBytes(1))
                        .findOne());
    }

    private final class Parts implements Enumeration<InputStream> {

        private final String historyId;
        private int number;
        private Optional<byte[]> next;

        Parts(String historyId) {
            this.historyId = historyId;
            this.next = part(historyId, 0);
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            InputStream bytes = new ByteArrayInputStream(next.orElseThrow(NoSuchElementException::new));
            number++;
            next = part(historyId, number);
            return bytes;
        }
    }
}
