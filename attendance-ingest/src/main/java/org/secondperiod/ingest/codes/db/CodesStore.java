package org.secondperiod.ingest.codes.db;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.EventJson;
import org.secondperiod.ingest.codes.CodeScope;
import org.secondperiod.ingest.codes.MappedCode;

/** The sets of codes that the API gave. */
@ApplicationScoped
public class CodesStore {

    private static final TypeReference<List<MappedCode>> CODES = new TypeReference<>() {};

    private final Jdbi jdbi;

    CodesStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Grows with every change of any set. */
    public long revision() {
        return jdbi.withHandle(tx -> tx.createQuery("SELECT coalesce(sum(version), 0) FROM attendance_codes")
                .mapTo(long.class)
                .one());
    }

    /** All sets, by scope. */
    public Map<CodeScope, List<MappedCode>> all() {
        return jdbi.withHandle(tx -> tx.createQuery("SELECT scope, codes FROM attendance_codes")
                .map((row, context) -> Map.entry(new CodeScope(row.getString("scope")), read(row.getString("codes"))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The version of the scope's set, 0 where the API never gave one. */
    public long version(Handle tx, CodeScope scope) {
        return tx.createQuery("SELECT version FROM attendance_codes WHERE scope = :scope FOR UPDATE")
                .bind("scope", scope.key())
                .mapTo(long.class)
                .findOne()
                .orElse(0L);
    }

    /** Replaces the scope's set and returns its new version. */
    public long replace(Handle tx, CodeScope scope, List<MappedCode> codes, String changedBy, Instant changedAt) {
        return tx.createQuery("""
                        INSERT INTO attendance_codes (scope, codes, version, changed_by, changed_at)
                        VALUES (:scope, CAST(:codes AS jsonb), 1, :changedBy, :changedAt)
                        ON CONFLICT (scope) DO UPDATE
                        SET codes = EXCLUDED.codes, version = attendance_codes.version + 1,
                            changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
                        RETURNING version
                        """)
                .bind("scope", scope.key())
                .bind("codes", write(codes))
                .bind("changedBy", changedBy)
                .bind("changedAt", changedAt)
                .mapTo(long.class)
                .one();
    }

    private static String write(List<MappedCode> codes) {
        try {
            return EventJson.MAPPER.writeValueAsString(codes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Codes could not be written as JSON", e);
        }
    }

    private static List<MappedCode> read(String json) {
        try {
            return EventJson.MAPPER.readValue(json, CODES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored codes could not be read", e);
        }
    }
}
