package org.secondperiod.kit.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one class: kept, shown and purged alike.
 *
 * @param name short, in lower case: it stands in configuration
 * @param holds what they say, for whoever reads it
 * @param usual how long they are kept where the district says nothing else, as {@link Keep#of} reads it; null: as long as what they
 *     are about is there, whatever its age
 * @param rows where they lie, those first that others hang on
 * @param takenOut null but for what people note for themselves: an assignment that takes the student out of a row
 */
public record RecordClass(
        String name,
        String holds,
        @Nullable String usual,
        List<Rows> rows,
        @Nullable String takenOut) {

    /** Purged by age. */
    public static RecordClass kept(String usual, String name, String holds, Rows... rows) {
        return new RecordClass(name, holds, usual, List.of(rows), null);
    }

    /** Kept while it is needed, and ended by other means than age. */
    public static RecordClass lasting(String name, String holds, Rows... rows) {
        return new RecordClass(name, holds, null, List.of(rows), null);
    }

    /**
     * What people note for themselves about a student. Nobody is told whether there is any: not by an export, not by a certificate, not
     * by a count. An erasure takes the student out and leaves the rest.
     */
    public static RecordClass ofTheirMakers(String usual, String takenOut, String name, String holds, Rows... rows) {
        return new RecordClass(name, holds, usual, List.of(rows), takenOut);
    }

    /** Whether nobody is told whether there is any. */
    public boolean isConfidential() {
        return takenOut != null;
    }
}
