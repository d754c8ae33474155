package org.secondperiod.reporting.tallies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a tally is about.
 *
 * @param schoolId {@value #EVERY}: the district, where a student counts once however many schools it is
 * @param value the grade, homeroom or group; empty for those without one, and where the kind has none
 */
public record Scope(Kind kind, String schoolId, String value) implements Comparable<Scope> {

    public static final String EVERY = "*";

    private static final Comparator<Scope> ORDER = Comparator.comparing((Scope scope) -> scope.kind.name())
            .thenComparing(Scope::schoolId)
            .thenComparing(Scope::value);

    /** By what. */
    public enum Kind {
        DISTRICT,
        SCHOOL,
        GRADE,
        HOMEROOM,
        GROUP
    }

    /** To which a student of this place at the school adds. */
    public static List<Scope> atSchool(String schoolId, Place place) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Scope(Kind.SCHOOL, schoolId, ""));
        scopes.add(new Scope(Kind.GRADE, schoolId, text(place.grade())));
        scopes.add(new Scope(Kind.HOMEROOM, schoolId, text(place.homeroom())));
        place.groups().stream().distinct().forEach(group -> scopes.add(new Scope(Kind.GROUP, schoolId, group)));
        return scopes;
    }

    /** To which a student adds once, whatever the schools. Homerooms are of one school. */
    public static List<Scope> inDistrict(Place place) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Scope(Kind.DISTRICT, EVERY, ""));
        scopes.add(new Scope(Kind.GRADE, EVERY, text(place.grade())));
        place.groups().stream().distinct().forEach(group -> scopes.add(new Scope(Kind.GROUP, EVERY, group)));
        return scopes;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public int compareTo(Scope other) {
        return ORDER.compare(this, other);
    }
}
