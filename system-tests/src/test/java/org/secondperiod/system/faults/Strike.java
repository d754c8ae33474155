package org.secondperiod.system.faults;

import java.util.Optional;
import java.util.Random;

/** One kind of fault of a storm. */
@FunctionalInterface
interface Strike {

    /**
     * Strikes, and returns when it is over.
     *
     * @param chance by which it chooses whom and how
     * @return what it did, in words; nothing if nobody came by whom it could have struck
     */
    Optional<String> at(Random chance) throws Exception;
}
