package org.secondperiod.reporting.tallies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in reports a student belongs: grade, homeroom and groups, as of the latest enrolment. */
public record Place(@Nullable String grade, @Nullable String homeroom, List<String> groups) {

    public static final Place NONE = new Place(null, null, List.of());

    public Place {
        groups = List.copyOf(groups);
    }
}
