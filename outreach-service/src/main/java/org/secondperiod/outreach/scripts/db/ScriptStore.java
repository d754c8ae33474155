package org.secondperiod.outreach.scripts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.scripts.Script;
import org.secondperiod.outreach.scripts.ScriptKind;
import org.secondperiod.outreach.scripts.UsualScripts;

/** The district's scripts. */
@ApplicationScoped
public class ScriptStore {

    public static final SealedColumn TEXT =
            SealedColumn.of("script", "text_sealed", "jsonb", "language", "kind", "version bigint");

    private final SealedText texts;

    ScriptStore(SealedText texts) {
        this.texts = texts;
    }

    /** Those that the district has changed, as they are in force; one that it gave up and that did not come with the service is gone. */
    public List<Script> inForce(Handle handle) {
        return handle
                .createQuery("SELECT DISTINCT ON (language, kind) * FROM script ORDER BY language, kind, version DESC")
                .map((row, context) -> script(row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Script> script(ResultSet row) throws SQLException {
        String language = row.getString("language");
        ScriptKind kind = ScriptKind.valueOf(row.getString("kind"));
        long version = row.getLong("version");
        String own = texts.open(TEXT.row(language, kind, version), row.getString("text_sealed"), null);
        Optional<String> text =
                own != null ? Optional.of(own) : UsualScripts.of(language, kind).map(Script::text);
        String by = row.getString("changed_by");
        Instant at = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return text.map(said -> new Script(language, kind, said, own == null, version, by, at));
    }

    /** How often a script was changed; the row's lock is the transaction's until it ends. */
    public long version(Handle tx, String language, ScriptKind kind) {
        tx.createQuery("SELECT CAST(pg_advisory_xact_lock(hashtextextended(:script, 16)) AS text)")
                .bind("script", language + "|" + kind)
                .mapTo(String.class)
                .list();
        return tx.createQuery(
                        "SELECT coalesce(max(version), 0) FROM script WHERE language = :language AND kind = :kind")
                .bind("language", language)
                .bind("kind", kind.name())
                .mapTo(Long.class)
                .one();
    }

    /** Puts a script in force; a usual one gives back what comes with the service. */
    public void put(Handle tx, Script script) {
        tx.createUpdate("""
                        INSERT INTO script (language, kind, version, text_sealed, changed_by, changed_at)
                        VALUES (:language, :kind, :version, CAST(:text AS jsonb), :by, :at)
                        """)
                .bind("language", script.language())
                .bind("kind", script.kind().name())
                .bind("version", script.version())
                .bind(
                        "text",
                        texts.seal(
                                TEXT.row(script.language(), script.kind(), script.version()),
                                script.usual() ? null : script.text()))
                .bind("by", script.changedBy())
                .bind(
                        "at",
                        script.changedAt() == null ? null : script.changedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
