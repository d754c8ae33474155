package org.secondperiod.kit.offboarding;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what is asked of a district that has left, but for what its administrators need in order to finish. */
@Singleton
public class OffBoardedFilter {

    /** The audit has begun by then. */
    private static final int AFTER_THE_AUDIT = 20;

    private static final String API = "v1/";
    private static final List<String> STILL_ANSWERED = List.of("v1/off-boarding", "v1/keys", "v1/audit");

    private final OffBoarded offBoarded;

    OffBoardedFilter(OffBoarded offBoarded) {
        this.offBoarded = offBoarded;
    }

    @ServerRequestFilter(priority = AFTER_THE_AUDIT)
    public void refuse(UriInfo asked) {
        String path = asked.getPath().replaceFirst("^/", "");
        if (offBoarded.hasLeft()
                && path.startsWith(API)
                && STILL_ANSWERED.stream().noneMatch(path::startsWith)) {
            throw OffBoardingProblems.offBoarded();
        }
    }
}
