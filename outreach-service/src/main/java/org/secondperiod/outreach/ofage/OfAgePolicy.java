package org.secondperiod.outreach.ofage;

/** Whom a district calls about a student who is of age. */
public enum OfAgePolicy {
    /** The student first; others only with the student's consent, or whose dependent the student is. */
    STUDENT,
    /** The family, as for everybody else: the district holds that parents may be told, such as of dependents (34 CFR 99.31(a)(8)). */
    FAMILY
}
