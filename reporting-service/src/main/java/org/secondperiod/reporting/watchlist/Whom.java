package org.secondperiod.reporting.watchlist;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which students of the schools are asked for. Of each none: any; empty: students without one.
 *
 * @param group one of the groups that the student is in
 */
public record Whom(
        @Nullable String grade,
        @Nullable String homeroom,
        @Nullable String group) {

    boolean isAt(Watched.Of of) {
        return is(grade, of.grade()) && is(homeroom, of.homeroom());
    }

    boolean isIn(List<String> groups) {
        return group == null || (group.isEmpty() ? groups.isEmpty() : groups.contains(group));
    }

    private static boolean is(@Nullable String asked, @Nullable String place) {
        return asked == null || asked.equals(Objects.requireNonNullElse(place, ""));
    }
}
