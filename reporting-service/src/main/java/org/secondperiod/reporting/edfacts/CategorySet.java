package org.secondperiod.reporting.edfacts;

import org.jspecify.annotations.Nullable;

/** By what the file divides chronically absent students: each set by sex and one more category. */
public enum CategorySet {
    A(Category.RACIAL_ETHNIC, true),
    B(Category.DISABILITY_STATUS, false),
    C(Category.DISABILITY_STATUS_504, false),
    D(Category.ENGLISH_LEARNER_STATUS, false),
    E(Category.HOMELESS_ENROLLED_STATUS, false),
    /** The education unit's total, by nothing. */
    TOTAL(null, true);

    private final @Nullable Category by;
    private final boolean ofEverybody;

    CategorySet(@Nullable Category by, boolean ofEverybody) {
        this.by = by;
        this.ofEverybody = ofEverybody;
    }

    /** Beside sex; none: it is the total. */
    @Nullable
    Category by() {
        return by;
    }

    /** Whether a student without a value is in it, as {@link Category#MISSING}; else only who has the status is. */
    boolean isOfEverybody() {
        return ofEverybody;
    }
}
