package org.secondperiod.kit.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.keys.db.SealedValues;
import org.secondperiod.kit.keys.db.SealedValues.Fresh;
import org.secondperiod.kit.keys.db.SealedValues.Stale;
import org.secondperiod.kit.requests.NoDatabase;

/**
 * Seals again what is not under the current key, and for the first time what still lies in the clear: some hundred values in a
 * transaction, in each replica. What one of them works on, the others leave out. Where nothing is to be done, it looks and ends.
 */
@ApplicationScoped
public class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);

    /** A value is a kilobyte or two. */
    private static final int CHUNK = 200;

    private final Jdbi jdbi;
    private final KeyRing ring;
    private final DistrictCipher cipher;
    private final Instance<Sealing> sealing;

    Resealing(Jdbi jdbi, KeyRing ring, DistrictCipher cipher, Instance<Sealing> sealing) {
        this.jdbi = jdbi;
        this.ring = ring;
        this.cipher = cipher;
        this.sealing = sealing;
    }

    /** Does all that there is to do. */
    @Scheduled(
            every = "{secondperiod.keys.look-every}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    public void run() {
        if (ring.isEmpty()) {
            return;
        }
        AsSystem.run(() -> {
            for (Sealing each : sealing) {
                each.columns().forEach(this::seal);
                each.after().forEach(Runnable::run);
            }
        });
    }

    private void seal(SealedColumn column) {
        SealedValues values = new SealedValues(column);
        List<String> after = List.of();
        long sealed = 0;
        long closed = 0;
        List<Stale> stale;
        do {
            List<String> from = after;
            List<Fresh> fresh = new ArrayList<>();
            stale = jdbi.inTransaction(tx -> next(tx, column, values, from, fresh));
            sealed += fresh.size();
            closed += stale.size() - fresh.size();
            after = stale.isEmpty() ? after : stale.getLast().key();
        } while (stale.size() == CHUNK);
        if (sealed > 0) {
            LOG.infof("Sealed under key %s: %d values of %s", ring.current(), sealed, column.name());
        }
        if (closed > 0) {
            LOG.warnf("Not under key %s, and cannot be opened: %d values of %s", ring.current(), closed, column.name());
        }
    }

    private List<Stale> next(
            Handle tx, SealedColumn column, SealedValues values, List<String> after, List<Fresh> fresh) {
        List<Stale> stale = values.stale(tx, ring.current(), after, CHUNK);
        for (Stale value : stale) {
            try {
                fresh.add(new Fresh(value.key(), sealed(column, value)));
            } catch (UndecipherableException e) {
                LOG.debugf("A value of %s stays as it is: %s", column.name(), e.getMessage());
            }
        }
        values.put(tx, fresh);
        return stale;
    }

    /** What is in the clear counts, as for who reads it. */
    private String sealed(SealedColumn column, Stale value) {
        String row = column.row(value.bound().toArray());
        String plain = value.plain();
        Encrypted now = plain == null
                ? cipher.again(
                        row, EventJson.read(String.valueOf(value.sealed()).getBytes(UTF_8), Encrypted.class))
                : cipher.encrypt(row, plain.getBytes(UTF_8));
        return new String(EventJson.write(now), UTF_8);
    }
}
