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
 */
public record RecordClass(
        String name, String holds, @Nullable String usual, List<Rows> rows) {

    /** Purged by age. */
    public static RecordClass kept(String usual, String name, String holds, Rows... rows) {
        return new RecordClass(name, holds, usual, List.of(rows));
    }

    /** Kept while it is needed, and ended by other means than age. */
    public static RecordClass lasting(String name, String holds, Rows... rows) {
        return new RecordClass(name, holds, null, List.of(rows));
    }
}
