package org.secondperiod.ingest.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;

/** One JSON object in a request of its own, read by the same rules as a line of a bulk body. */
public final class OneObject {

    /** As long as a line of a bulk body may be by default. */
    static final int MAX_BYTES = 16 * 1024;

    private OneObject() {}

    /** Makes something of the object; what is wrong with it becomes a problem. */
    public static <T> T read(InputStream body, Columns columns, Function<BulkLine, T> read) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw IntakeProblems.tooLarge(MAX_BYTES);
        }
        return org.secondperiod.kit.bulk.OneObject.read(bytes, columns, read);
    }
}
