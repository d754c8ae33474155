package org.secondperiod.desk.architecture.culprit;

import jakarta.ws.rs.Path;
import org.jdbi.v3.core.Jdbi;

/** What the architecture tests must catch. */
@Path("/not-an-api-package")
public final class ReachesIntoADatabase {

    /** Reads what another service owns. */
    public int students(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM student")
                .mapTo(Integer.class)
                .one());
    }
}
