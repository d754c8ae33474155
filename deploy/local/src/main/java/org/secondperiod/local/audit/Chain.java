package org.secondperiod.local.audit;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What was found in a chain.
 *
 * @param place of its last row
 * @param hash of its last row
 * @param fault where it is broken first, and how; none where it holds
 */
public record Chain(int number, long place, byte[] hash, Optional<String> fault) {

    public boolean holds() {
        return fault.isEmpty();
    }

    /** Its end as a line that can be kept elsewhere, {@code 7 1042 9f3c...}. */
    public String end() {
        return "%d %d %s".formatted(number, place, HexFormat.of().formatHex(hash));
    }
}
