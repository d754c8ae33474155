package org.secondperiod.reporting.edfacts;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which groups of the roster say which permitted value of a category. */
final class Codes {

    private final Map<String, String> ofGroups;
    private final Set<Category> known = EnumSet.noneOf(Category.class);

    /**
     * As it is configured.
     *
     * @throws IllegalArgumentException if a value is none that the file permits
     */
    Codes(Map<String, String> ofGroups) {
        this.ofGroups = Map.copyOf(ofGroups);
        ofGroups.values()
                .forEach(value -> known.add(Category.permitting(value)
                        .orElseThrow(() -> new IllegalArgumentException(value + " is no value that EDFacts permits"))));
    }

    /** Whether any group says anything of this category. */
    boolean know(Category category) {
        return known.contains(category);
    }

    /** Whether this set can be divided. */
    boolean know(CategorySet set) {
        Category by = set.by();
        return by == null || (know(by) && know(Category.SEX));
    }

    /**
     * What the groups say of each category. Of several values of one category none is known, but of race: who has several is of two
     * or more races.
     */
    Map<Category, String> of(Collection<String> groups) {
        Map<Category, Set<String>> said = new EnumMap<>(Category.class);
        for (String group : groups) {
            String value = ofGroups.get(group);
            if (value != null) {
                said.computeIfAbsent(Category.permitting(value).orElseThrow(), key -> new TreeSet<>())
                        .add(value);
            }
        }
        Map<Category, String> values = new EnumMap<>(Category.class);
        said.forEach((category, all) -> values.put(
                category,
                all.size() == 1
                        ? Collections.min(all)
                        : category == Category.RACIAL_ETHNIC ? "MU7" : Category.MISSING));
        return values;
    }
}
