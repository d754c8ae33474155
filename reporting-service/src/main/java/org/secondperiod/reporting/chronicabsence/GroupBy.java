package org.secondperiod.reporting.chronicabsence;

import org.secondperiod.reporting.tallies.Scope;

/** By what a report is divided. */
public enum GroupBy {
    SCHOOL(Scope.Kind.SCHOOL),
    GRADE(Scope.Kind.GRADE),
    HOMEROOM(Scope.Kind.HOMEROOM),
    GROUP(Scope.Kind.GROUP);

    private final Scope.Kind kind;

    GroupBy(Scope.Kind kind) {
        this.kind = kind;
    }

    public Scope.Kind kind() {
        return kind;
    }

    /** Whether each line is of one school; the other lines gather all schools of the report. */
    public boolean isOfOneSchool() {
        return this == SCHOOL || this == HOMEROOM;
    }
}
