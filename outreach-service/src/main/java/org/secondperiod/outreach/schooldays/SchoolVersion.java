package org.secondperiod.outreach.schooldays;

/** A school's settings and their version: the latest wins. */
public record SchoolVersion(SchoolSettings settings, long version) {}
