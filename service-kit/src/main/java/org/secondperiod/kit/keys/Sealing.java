package org.secondperiod.kit.keys;

import java.util.List;
import org.secondperiod.kit.cipher.SealedColumn;

/** What a service keeps sealed: a bean of the service says it, and what it says is kept under the current key. */
public interface Sealing {

    /** The columns whose values are sealed again one by one. */
    List<SealedColumn> columns();

    /** Columns that are counted too, and whose values go or are sealed again in another way. */
    default List<SealedColumn> others() {
        return List.of();
    }

    /** What else there is to do, each a piece of work that ends; the columns are done before. */
    default List<Runnable> after() {
        return List.of();
    }

    /** What lies outside of the database. */
    default Elsewhere elsewhere() {
        return new Elsewhere(true, List.of());
    }

    /**
     * What was last counted outside of the database.
     *
     * @param counted whether it was, since the current key is current
     */
    record Elsewhere(boolean counted, List<KeyCount> values) {}
}
