package org.secondperiod.reporting.facts;

import java.time.LocalDate;

/** A date at a school. */
public record SchoolDate(String schoolId, LocalDate day) {}
