package org.secondperiod.entry.readerkeys.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readerkeys.ReaderKey;
import org.secondperiod.entry.signatures.VerifyingKey;

/** Readers' keys. */
@ApplicationScoped
public class ReaderKeyStore {

    public Optional<ReaderKey> find(Handle handle, String keyId) {
        return handle.createQuery("SELECT * FROM reader_key WHERE key_id = :key")
                .bind("key", keyId)
                .map((row, context) -> key(row))
                .findOne();
    }

    /** The key with this public key, whoever's it is. */
    public Optional<ReaderKey> findPublic(Handle handle, VerifyingKey key) {
        return handle.createQuery("SELECT * FROM reader_key WHERE public_key = :public")
                .bind("public", key.raw())
                .map((row, context) -> key(row))
                .findOne();
    }

    /** A reader's keys, the newest first. */
    public List<ReaderKey> of(Handle handle, String readerId, int limit) {
        return handle.createQuery("""
                        SELECT * FROM reader_key WHERE reader_id = :reader
                        ORDER BY created_at DESC, key_id LIMIT :limit""")
                .bind("reader", readerId)
                .bind("limit", limit)
                .map((row, context) -> key(row))
                .list();
    }

    /** How many keys of a reader are valid at a moment. */
    public int valid(Handle tx, String readerId, Instant machineNow) {
        return tx.createQuery("""
                        SELECT count(*) FROM reader_key WHERE reader_id = :reader AND revoked_at IS NULL
                            AND (valid_until IS NULL OR valid_until > :now)""")
                .bind("reader", readerId)
                .bind("now", machineNow.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one();
    }

    /** Writes a new key; false where its public key is known. */
    public boolean add(Handle tx, ReaderKey key) {
        return tx.createUpdate("""
                        INSERT INTO reader_key (key_id, reader_id, public_key, created_at, created_by, valid_until)
                        VALUES (:key, :reader, :public, :createdAt, :createdBy, CAST(:validUntil AS timestamptz))
                        ON CONFLICT DO NOTHING""")
                        .bind("key", key.keyId())
                        .bind("reader", key.readerId())
                        .bind("public", key.key().raw())
                        .bind("createdAt", key.createdAt().atOffset(ZoneOffset.UTC))
                        .bind("createdBy", key.createdBy())
                        .bind("validUntil", Objects.toString(key.validUntil(), null))
                        .execute()
                == 1;
    }

    /** Revokes a key for good; false where the reader has none of this id. */
    public boolean revoke(Handle tx, String readerId, String keyId, Instant machineNow, String by) {
        return tx.createUpdate("""
                        UPDATE reader_key SET revoked_at = coalesce(revoked_at, :now), revoked_by = coalesce(revoked_by, :by)
                        WHERE key_id = :key AND reader_id = :reader""")
                        .bind("now", machineNow.atOffset(ZoneOffset.UTC))
                        .bind("by", by)
                        .bind("key", keyId)
                        .bind("reader", readerId)
                        .execute()
                == 1;
    }

    /** A signature of the key was accepted; written once a minute at most. */
    public void used(Handle tx, String keyId, Instant now) {
        tx.createUpdate("""
                        UPDATE reader_key SET last_used = :now
                        WHERE key_id = :key AND (last_used IS NULL OR last_used NOT BETWEEN :now - INTERVAL '1 minute' AND :now)""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("key", keyId)
                .execute();
    }

    private static ReaderKey key(ResultSet row) throws SQLException {
        return new ReaderKey(
                row.getString("key_id"),
                row.getString("reader_id"),
                VerifyingKey.of(row.getBytes("public_key")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "valid_until"),
                instant(row, "last_used"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
