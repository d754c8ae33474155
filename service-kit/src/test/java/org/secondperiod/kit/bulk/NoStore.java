package org.secondperiod.kit.bulk;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.audit.AuditTrail;

/** Keeps nothing, for tests without a database. */
class NoStore extends BatchErrors {

    NoStore() {
        super(Jdbi.create("jdbc:none"), Clock.systemUTC(), TestLimits.SMALL, new AuditTrail());
    }

    @Override
    void add(String batchId, List<BatchError> errors) {}
}
