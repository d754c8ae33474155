package org.secondperiod.ingest.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is known of the sources' own ids: each id's versions with their content. Decides what a further one is. */
final class OwnIds {

    /** What a fact with an own id turns out to be. */
    enum Standing {
        NEW,
        UNCHANGED,
        CONFLICT
    }

    private final Map<String, NavigableMap<Long, String>> versions = new HashMap<>();

    OwnIds(List<OwnId> known) {
        known.forEach(this::remember);
    }

    /** Decides, and remembers a new one. A version that was never seen must be higher than all that were. */
    Standing meet(OwnId own) {
        var seen = versions.get(own.id());
        if (seen == null || own.version() > seen.lastKey()) {
            remember(own);
            return Standing.NEW;
        }
        return own.contentHash().equals(seen.get(own.version())) ? Standing.UNCHANGED : Standing.CONFLICT;
    }

    private void remember(OwnId own) {
        versions.computeIfAbsent(own.id(), id -> new TreeMap<>()).put(own.version(), own.contentHash());
    }
}
