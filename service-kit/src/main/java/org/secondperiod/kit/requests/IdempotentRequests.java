package org.secondperiod.kit.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.time.Times;

/**
 * Requests with an {@code Idempotency-Key} take effect once: the same key and request again gets the first answer, for 24
 * hours; the same key with another request is refused. An answer names the students in whose names it was audited: who gets it
 * again is audited with the same ones, and when one of them is erased it goes and its key stays.
 */
@ApplicationScoped
public class IdempotentRequests {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** What was answered. */
    public static final SealedColumn RESPONSE =
            SealedColumn.text("idempotency_key", "response_sealed", "response", "subject", "key");

    private final Jdbi jdbi;
    private final Clock clock;
    private final Access access;
    private final AuditTrail trail;
    private final KeyRing ring;
    private final DistrictCipher cipher;
    private final SealedText texts;

    IdempotentRequests(
            Jdbi jdbi,
            Clock clock,
            Access access,
            AuditTrail trail,
            KeyRing ring,
            DistrictCipher cipher,
            SealedText texts) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.access = access;
        this.trail = trail;
        this.ring = ring;
        this.cipher = cipher;
        this.texts = texts;
    }

    private record Answered(
            String hash,
            @Nullable String response,
            List<String> students,
            @Nullable String about) {

        boolean isTo(String other) {
            return hash.equals(other);
        }
    }

    /**
     * Does the work in one transaction, unless the same request was answered before.
     *
     * @param idempotencyKey the header's value, or none
     * @param request what was asked, including its path parameters; anything that JSON can hold
     * @param work what to do, inside the transaction that also remembers the answer; it names to the audit every student of whom
     *     the answer tells something
     */
    public <T> T once(
            @Nullable String idempotencyKey, Object request, Class<T> responseType, Function<Handle, T> work) {
        if (idempotencyKey == null) {
            return jdbi.inTransaction(work::apply);
        }
        if (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY) {
            throw RequestProblems.keyLength(LONGEST_KEY);
        }
        var asked = json(request);
        try {
            return jdbi.inTransaction(tx -> {
                tx.execute("SET LOCAL lock_timeout = '5s'");
                return claim(tx, idempotencyKey, hash(asked))
                        ? remember(tx, idempotencyKey, work.apply(tx))
                        : recall(tx, idempotencyKey, asked, responseType);
            });
        } catch (JdbiException e) {
            if (e.getCause() instanceof java.sql.SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw RequestProblems.inFlight();
            }
            throw e;
        }
    }

    private boolean claim(Handle tx, String key, String hash) {
        return tx.createUpdate("""
                                INSERT INTO idempotency_key (subject, key, request_hash, created, students)
                                VALUES (:subject, :key, :hash, :now, '{}') ON CONFLICT DO NOTHING""")
                        .bind("subject", access.subject())
                        .bind("key", key)
                        .bind("hash", hash)
                        .bind("now", Times.now(clock).atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    private <T> T remember(Handle tx, String key, T response) {
        boolean sealed = !ring.isEmpty();
        tx.createUpdate("""
                        UPDATE idempotency_key SET response = :response, response_sealed = CAST(:sealed AS jsonb),
                               students = :students, about = :about
                         WHERE subject = :subject AND key = :key""")
                .bind("response", sealed ? null : json(response))
                .bind("sealed", sealed ? texts.seal(RESPONSE.row(access.subject(), key), json(response)) : null)
                .bindArray("students", String.class, trail.students())
                .bind("about", trail.about())
                .bind("subject", access.subject())
                .bind("key", key)
                .execute();
        return response;
    }

    private <T> T recall(Handle tx, String key, String asked, Class<T> responseType) {
        var answered = tx.createQuery("""
                        SELECT request_hash, response, CAST(response_sealed AS text) AS sealed,
                               coalesce(students, '{}') AS students, about
                          FROM idempotency_key WHERE subject = :subject AND key = :key""")
                .bind("subject", access.subject())
                .bind("key", key)
                .map((row, context) -> new Answered(
                        row.getString("request_hash"),
                        texts.open(
                                RESPONSE.row(access.subject(), key),
                                row.getString("sealed"),
                                row.getString("response")),
                        List.of((String[]) row.getArray("students").getArray()),
                        row.getString("about")))
                .one();
        if (!answered.isTo(hash(asked)) && !answered.isTo(sha256(asked))) {
            throw RequestProblems.keyReused();
        }
        answered.students().forEach(trail::student);
        Optional.ofNullable(answered.about()).ifPresent(trail::about);
        if (answered.response() == null) {
            throw RequestProblems.answerGone();
        }
        return EventJson.read(answered.response().getBytes(StandardCharsets.UTF_8), responseType);
    }

    /** Forgets old keys. */
    @Scheduled(every = "1h", delayed = "1m", skipExecutionIf = NoDatabase.class)
    void forget() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM idempotency_key WHERE created < :before")
                .bind("before", Times.now(clock).minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Keyed, where there is a key: what was asked cannot be found by trying. */
    private String hash(String asked) {
        return ring.isEmpty() ? sha256(asked) : cipher.mark(RESPONSE.name(), asked.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not something that JSON can hold", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
