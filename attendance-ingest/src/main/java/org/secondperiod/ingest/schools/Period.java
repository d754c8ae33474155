package org.secondperiod.ingest.schools;

import java.time.LocalTime;

/** A period of a bell schedule, in the school's local time. */
public record Period(String name, LocalTime start, LocalTime end) {}
