package org.secondperiod.kit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.keys.db.SealedValues;

/** Counts what lies under which key. */
@ApplicationScoped
public class KeyReports {

    private final Jdbi jdbi;
    private final KeyRing ring;
    private final Instance<Sealing> sealing;

    KeyReports(Jdbi jdbi, KeyRing ring, Instance<Sealing> sealing) {
        this.jdbi = jdbi;
        this.ring = ring;
        this.sealing = sealing;
    }

    /** As it is now in the database, and as it was last counted outside of it. */
    public KeyReport now() {
        List<KeyCount> values = new ArrayList<>();
        boolean counted = true;
        for (Sealing each : sealing) {
            jdbi.useTransaction(tx -> {
                AsSystem.fromHereOn(tx);
                Stream.concat(each.columns().stream(), each.others().stream())
                        .forEach(column -> values.addAll(new SealedValues(column).count(tx)));
            });
            Sealing.Elsewhere elsewhere = each.elsewhere();
            counted &= elsewhere.counted();
            values.addAll(elsewhere.values());
        }
        return KeyReport.of(ring, counted, values);
    }
}
