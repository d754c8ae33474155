package org.secondperiod.kit.delivery;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a consumer does with its records, inside the transaction that also moves its offsets. It may be called again with
 * the same records, alone or in smaller batches, after a transaction that was rolled back; it must have no effect outside
 * of the transaction.
 */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Takes in a batch.
     *
     * @throws RuntimeException a fault of the infrastructure is waited out and the batch handled again; any other fault is
     *     taken for a fault of a record, which is found by bisecting and goes to the dead letters
     */
    void handle(Handle tx, List<Received> batch);
}
