package org.secondperiod.outreach.roster;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Makes what is missing in the index of numbers: of people from before there was one, and of all after a change of its key. */
@ApplicationScoped
public class NumberIndexService {

    private static final int CHUNK = 200;

    private final Jdbi jdbi;
    private final PeopleService people;

    NumberIndexService(Jdbi jdbi, PeopleService people) {
        this.jdbi = jdbi;
        this.people = people;
    }

    /** Until there is nothing more to do; as the system. */
    public void complete() {
        String after = "";
        do {
            String from = after;
            after = jdbi.inTransaction(tx -> people.index(tx, from, CHUNK));
        } while (!after.isEmpty());
    }
}
