package org.secondperiod.kit.keys;

import java.util.List;
import org.secondperiod.kit.cipher.SealedColumn;

/** What a service keeps sealed: a bean of the service says it, and what it says is kept under the current key. */
public interface Sealing {

    /** All columns of the database that hold sealed values. */
    List<SealedColumn> columns();

    /** What else there is to do after a change of keys, each a piece of work that ends; the columns are done before. */
    default List<Runnable> after() {
        return List.of();
    }

    /** What lies outside of the database, as it was last counted. */
    default List<KeyCount> elsewhere() {
        return List.of();
    }
}
