package org.secondperiod.reporting.edfacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of the file. A combination of permitted values of which there is nobody has a record with 0; one with {@value
 * Category#MISSING} only where there is somebody.
 */
final class Counting {

    private record Of(@Nullable String sex, @Nullable String value) {}

    private final Codes codes;
    private final UnaryOperator<String> stateSchoolId;
    private final List<FileRecord> records = new ArrayList<>();

    Counting(Codes codes, UnaryOperator<String> stateSchoolId) {
        this.codes = codes;
        this.stateSchoolId = stateSchoolId;
    }

    /** The records of one school. */
    void add(String schoolId, Collection<SchoolGroups> groups) {
        for (CategorySet set : CategorySet.values()) {
            if (codes.know(set)) {
                counts(set, groups)
                        .forEach((of, students) -> records.add(FileRecord.of(
                                records.size() + 1,
                                schoolId,
                                stateSchoolId.apply(schoolId),
                                set,
                                of.sex(),
                                of.value(),
                                students)));
            }
        }
    }

    List<FileRecord> records() {
        return List.copyOf(records);
    }

    private Map<Of, Long> counts(CategorySet set, Collection<SchoolGroups> groups) {
        Map<Of, Long> counts = new LinkedHashMap<>();
        Category by = set.by();
        if (by == null) {
            counts.put(
                    new Of(null, null),
                    groups.stream().mapToLong(SchoolGroups::chronic).sum());
            return counts;
        }
        for (String sex : Category.SEX.permitted()) {
            by.permitted().forEach(value -> counts.put(new Of(sex, value), 0L));
        }
        for (SchoolGroups group : groups) {
            Map<Category, String> values = codes.of(group.groups());
            String value = values.get(by);
            if (group.chronic() > 0 && (value != null || set.isOfEverybody())) {
                counts.merge(
                        new Of(
                                values.getOrDefault(Category.SEX, Category.MISSING),
                                value == null ? Category.MISSING : value),
                        group.chronic(),
                        Long::sum);
            }
        }
        return counts;
    }
}
