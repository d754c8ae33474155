package org.secondperiod.ingest.watched;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.ingest.watched.db.LandedFile;

/** Tells files that still grow from those that do not: one is settled once it looks the same twice in a row. */
final class Settling {

    private Map<String, LandedFile> before = Map.of();

    /** Those of the files that were just the same the last time. */
    List<LandedFile> settled(List<LandedFile> now) {
        List<LandedFile> settled = now.stream()
                .filter(file -> file.equals(before.get(file.name())))
                .toList();
        Map<String, LandedFile> seen = new HashMap<>();
        now.forEach(file -> seen.put(file.name(), file));
        before = seen;
        return settled;
    }
}
