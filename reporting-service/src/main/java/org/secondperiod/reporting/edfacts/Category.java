package org.secondperiod.reporting.edfacts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The categories of file specification 195 and their permitted values, beside {@link #MISSING}. */
public enum Category {
    SEX("F", "M"),
    RACIAL_ETHNIC("AM7", "AS7", "BL7", "HI7", "MU7", "PI7", "WH7"),
    DISABILITY_STATUS("WDIS"),
    DISABILITY_STATUS_504("DISAB504STAT"),
    ENGLISH_LEARNER_STATUS("LEP"),
    HOMELESS_ENROLLED_STATUS("HOMELSENRL");

    /** In place of a value that is not known of a student. */
    public static final String MISSING = "MISSING";

    private final List<String> values;

    Category(String... values) {
        this.values = List.of(values);
    }

    List<String> permitted() {
        return values;
    }

    /** The category that permits this value. */
    static Optional<Category> permitting(String value) {
        return Arrays.stream(values())
                .filter(category -> category.values.contains(value))
                .findFirst();
    }
}
