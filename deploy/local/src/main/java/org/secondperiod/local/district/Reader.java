package org.secondperiod.local.district;

import java.util.List;

/** A badge reader at a door. */
public record Reader(String id, String building, String name) {

    public static final Reader EAST_MAIN = new Reader("R-EAST-MAIN", School.EAST, "East Campus, main door");
    public static final Reader EAST_ANNEX = new Reader("R-EAST-ANNEX", School.EAST, "East Campus, annex");
    public static final Reader SOUTH_MAIN = new Reader("R-SOUTH-MAIN", School.SOUTH, "South Building, main door");

    /** Goes offline early in the morning with scans in its memory, and sends them late. */
    public static final Reader SOUTH_GYM = new Reader("R-SOUTH-GYM", School.SOUTH, "South Building, gym door");

    public static final List<Reader> ALL = List.of(EAST_MAIN, EAST_ANNEX, SOUTH_MAIN, SOUTH_GYM);

    /** The main door of a building. */
    public static Reader mainDoorOf(String building) {
        return School.EAST.equals(building) ? EAST_MAIN : SOUTH_MAIN;
    }
}
