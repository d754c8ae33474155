package org.secondperiod.ingest.rosters.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.cipher.SealedColumn;

/** Uploads, kept encrypted in the database until they are merged, so that any process may take an import up. */
@ApplicationScoped
public class Uploads {

    /** The parts of uploads. */
    public static final SealedColumn CONTENT =
            SealedColumn.of("roster_upload", "content", "text", "import_id", "part int");

    private static final int PART_BYTES = 1 << 20;

    private final Jdbi jdbi;
    private final DistrictCipher cipher;

    Uploads(Jdbi jdbi, DistrictCipher cipher) {
        this.jdbi = jdbi;
        this.cipher = cipher;
    }

    public void keep(Handle tx, String importId, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] next = bytes.readNBytes(PART_BYTES); next.length > 0; next = bytes.readNBytes(PART_BYTES)) {
                tx.createUpdate("INSERT INTO roster_upload (import_id, part, content) VALUES (:id, :part, :content)")
                        .bind("id", importId)
                        .bind("part", part)
                        .bind(
                                "content",
                                new String(
                                        EventJson.write(cipher.encrypt(context(importId, part), next)),
                                        StandardCharsets.UTF_8))
                        .execute();
                part++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the upload to a file again. */
    public void restore(String importId, Path file) {
        jdbi.useHandle(handle -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int part = 0; copyPart(handle, importId, part, out); part++) {
                    // Every part is read and written on its own.
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public void forget(Handle tx, String importId) {
        tx.createUpdate("DELETE FROM roster_upload WHERE import_id = :id")
                .bind("id", importId)
                .execute();
    }

    private boolean copyPart(Handle handle, String importId, int part, OutputStream out) throws IOException {
        var content = handle.createQuery("SELECT content FROM roster_upload WHERE import_id = :id AND part = :part")
                .bind("id", importId)
                .bind("part", part)
                .mapTo(String.class)
                .findOne();
        if (content.isPresent()) {
            Encrypted encrypted = EventJson.read(content.get().getBytes(StandardCharsets.UTF_8), Encrypted.class);
            out.write(cipher.decrypt(context(importId, part), encrypted));
        }
        return content.isPresent();
    }

    private static String context(String importId, int part) {
        return CONTENT.row(importId, part);
    }
}
