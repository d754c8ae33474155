package org.secondperiod.reporting.watchlist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which students of the schools are asked for. Of each none, or an empty one: any.
 *
 * @param group one of the groups that the student is in
 */
public record Whom(
        @Nullable String grade,
        @Nullable String homeroom,
        @Nullable String group) {

    /** As somebody asked. */
    public static Whom of(@Nullable String grade, @Nullable String homeroom, @Nullable String group) {
        return new Whom(given(grade), given(homeroom), given(group));
    }

    private static @Nullable String given(@Nullable String asked) {
        return asked == null || asked.isEmpty() ? null : asked;
    }

    boolean isAt(Watched.Of of) {
        return is(grade, of.grade()) && is(homeroom, of.homeroom());
    }

    boolean isIn(List<String> groups) {
        return group == null || groups.contains(group);
    }

    private static boolean is(@Nullable String asked, @Nullable String place) {
        return asked == null || asked.equals(place);
    }
}
