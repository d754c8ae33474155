package org.secondperiod.ingest.schools;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.secondperiod.ingest.memory.Remembered;
import org.secondperiod.ingest.schools.db.SchoolStore;
import org.secondperiod.kit.ids.SchoolId;

/** Which schools are set up, from memory; one that another replica set up is seen within a second. */
@ApplicationScoped
public class KnownSchools {

    private final Remembered<Set<String>> ids;

    KnownSchools(SchoolStore store) {
        this.ids = new Remembered<>(store::count, store::ids);
    }

    /** Whether the school is set up. */
    public boolean has(SchoolId school) {
        return ids.get().contains(school.value());
    }

    void refresh() {
        ids.refresh();
    }
}
