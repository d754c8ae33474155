package org.secondperiod.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What the city reported of a school beside what the system says. */
public record Comparison(SchoolFigures city, SchoolFigures system, boolean complete) {

    private static final Set<String> HERE = Set.of("NOT_ABSENT", "IN_BUILDING", "ARRIVED", "SEEN_IN_SCHOOL");

    /**
     * Puts a school's summary beside the city's figures. Absent is who is unaccounted for, or held because of mass
     * absence; any other hold counts as nothing, and so shows as a difference.
     */
    static Comparison of(SchoolFigures city, JsonNode summary) {
        JsonNode states = summary.path("states");
        int here = HERE.stream().mapToInt(state -> states.path(state).asInt()).sum();
        int absent = states.path("UNACCOUNTED").asInt()
                + summary.path("held").path("MASS_ABSENCE").asInt();
        SchoolFigures system = new SchoolFigures(
                city.schoolId(),
                city.day(),
                summary.path("enrolled").asInt(),
                absent,
                here,
                states.path("EXPLAINED").asInt());
        return new Comparison(city, system, states.path("WAITING").asInt() == 0 && system.enrolled() > 0);
    }

    /** Whether all students have come to be known. */
    boolean rosterIsKnown() {
        return system.enrolled() == city.enrolled();
    }

    public boolean equal() {
        return city.equals(system);
    }
}
