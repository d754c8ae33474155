package org.secondperiod.outreach.roster;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.outreach.numbers.db.FoundNumberStore;

/** Makes what is missing in the index of numbers: of people from before there was one, and of all after a change of its key. */
@ApplicationScoped
public class NumberIndexService {

    private static final int CHUNK = 200;

    private final Jdbi jdbi;
    private final PeopleService people;
    private final FoundNumberStore found;

    NumberIndexService(Jdbi jdbi, PeopleService people, FoundNumberStore found) {
        this.jdbi = jdbi;
        this.people = people;
        this.found = found;
    }

    /** Until there is nothing more to do; as the system. */
    public void complete() {
        String after = "";
        do {
            String from = after;
            after = jdbi.inTransaction(tx -> people.index(tx, from, CHUNK));
        } while (!after.isEmpty());
        jdbi.useTransaction(found::indexAgain);
    }
}
