package org.secondperiod.kit.grants;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Schools at which somebody may do something.
 *
 * @param all every school of the district, also those to come; {@code ids} is empty then
 */
public record Schools(boolean all, Set<String> ids) {

    /** Stands for all schools wherever schools are named. */
    public static final String EVERY = "*";

    public static final Schools ALL = new Schools(true, Set.of());
    public static final Schools NONE = new Schools(false, Set.of());

    public Schools {
        ids = Set.copyOf(ids);
    }

    /** These schools; {@value #EVERY} among them makes it all. */
    public static Schools of(Collection<String> ids) {
        return ids.contains(EVERY) ? ALL : new Schools(false, Set.copyOf(ids));
    }

    public boolean isNone() {
        return !all && ids.isEmpty();
    }

    public boolean holds(String schoolId) {
        return all || ids.contains(schoolId);
    }

    /** Whether each of the other's schools is one of these. */
    public boolean holdsAll(Schools other) {
        return all || (!other.all && ids.containsAll(other.ids));
    }

    /** Whether there is a school that both have. */
    public boolean meets(Schools other) {
        return !isNone() && !other.isNone() && (all || other.all || ids.stream().anyMatch(other.ids::contains));
    }

    public Schools and(Schools other) {
        if (all || other.all) {
            return ALL;
        }
        var both = new TreeSet<>(ids);
        both.addAll(other.ids);
        return new Schools(false, both);
    }

    /** As grants and events name them. */
    public Set<String> names() {
        return all ? Set.of(EVERY) : ids;
    }
}
