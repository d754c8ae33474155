package org.secondperiod.outreach.join;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.outreach.facts.FactProblems;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.db.SightingStore;

/** Takes in what staff saw, and decides on the student at once, at every school: as the system. */
@ApplicationScoped
public class SightingService {

    private final JoinService join;
    private final SightingStore store;

    SightingService(JoinService join, SightingStore store) {
        this.join = join;
        this.store = store;
    }

    /** Enters a sighting; the same again changes nothing, another one under the same id is refused. */
    public void enter(Handle tx, Sighting sighting, Instant now) {
        AsSystem.fromHereOn(tx);
        boolean known = store.byId(tx, sighting.fact().sightingId())
                .map(before -> {
                    if (!before.saysTheSameAs(sighting)) {
                        throw FactProblems.otherSightingOfThatId();
                    }
                    return true;
                })
                .orElse(false);
        if (known) {
            return;
        }
        TreeMap<StudentDay, StudentDayFacts> facts = new TreeMap<>();
        facts.put(sighting.of(), StudentDayFacts.of(sighting.fact()));
        join.apply(tx, Intake.ofFacts(facts), now);
        if (!store.add(tx, sighting)) {
            throw FactProblems.otherSightingOfThatId();
        }
    }
}
