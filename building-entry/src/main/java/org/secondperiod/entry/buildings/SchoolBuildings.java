package org.secondperiod.entry.buildings;

import java.util.List;

/** Where a school's students enter, as of a version of the school. */
public record SchoolBuildings(String schoolId, long version, List<String> buildingIds) {}
