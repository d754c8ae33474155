package org.secondperiod.kit.testing.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that mean something to the application under test, by what fields and parameters are called that take them. */
public final class Known {

    private final Map<String, List<String>> values = new HashMap<>();

    private Known() {}

    /** Days, times and words that mean something everywhere. */
    public static Known here() {
        return new Known()
                .of("day", "2026-10-13", "2026-10-14", "2026-10-14", "2026-10-15")
                .of("date", "2026-10-13", "2026-10-14", "2026-10-15")
                .of("schoolDay", "2026-10-13", "2026-10-14", "2026-10-14")
                .of("from", "2026-10-12", "2026-10-14T06:00:00-04:00", "2026-10-14T07:00:00-04:00")
                .of("to", "2026-10-16", "2026-10-14T12:00:00-04:00", "2036-10-14T12:00:00-04:00")
                .of("why", "as the parents asked", "misfiled")
                .of("note", "seen in the library")
                .of("address", "127.0.0.1")
                .of("subject", "fuzz-somebody", "fuzz-other")
                .of("role", "caller", "attendance-lead", "principal", "district-analyst", "admin")
                .of("rights", "restricted-notes")
                .of("topic", "access.grants.v1", "privacy.orders.v1")
                .of("orderOffBoarding.districtId", "another-district")
                .of("", "x", "1", "main");
    }

    /**
     * And these of that name; {@code schoolId}, {@code school} and {@code schools} are one. {@code orderErasure.studentId} is what
     * that operation takes, and nothing else. The name that is empty is for all that have none of their own.
     */
    public Known of(String name, String... more) {
        var all = new ArrayList<>(values.getOrDefault(kind(name), List.of()));
        all.addAll(List.of(more));
        values.put(kind(name), List.copyOf(all));
        return this;
    }

    /** Those of that name; none where it has none of its own. */
    List<String> named(String name) {
        return values.getOrDefault(kind(name), List.of());
    }

    List<String> others() {
        return named("");
    }

    /** What a field is about, whether it names one or several. */
    static String kind(String name) {
        var one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return one.endsWith("Id") ? one.substring(0, one.length() - 2) : one;
    }
}
