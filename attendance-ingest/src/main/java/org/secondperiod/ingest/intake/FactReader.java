package org.secondperiod.ingest.intake;

import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;

/** Knows one kind of fact: its fields, and what becomes of a line that has them. */
public interface FactReader {

    /** The fields. */
    Columns columns();

    /**
     * Makes a fact of a line; no database access.
     *
     * @param batchId the bulk request it belongs to, if any
     * @throws org.secondperiod.kit.bulk.BadLine if the line is not sound, or the sender may not speak of its school
     */
    IncomingFact read(BulkLine line, Sender sender, @Nullable String batchId);
}
