package org.secondperiod.local.district;

import java.time.LocalTime;
import java.util.List;

/**
 * A school of the made-up district.
 *
 * @param name the official one
 * @param nickname what people say
 * @param building where its readers are; two schools share one
 * @param periods in order; the first one decides who is called
 */
public record School(String id, String name, String nickname, String building, int size, List<Period> periods) {

    public record Period(String period, LocalTime start, LocalTime end) {}

    public static final String EAST = "B-EAST";
    public static final String SOUTH = "B-SOUTH";

    private static final List<Period> EARLY = List.of(
            period("1", "08:00", "08:41"),
            period("2", "08:45", "09:26"),
            period("3", "09:31", "10:15"),
            period("4", "10:20", "11:01"),
            period("5", "11:05", "11:46"),
            period("6", "11:50", "12:31"),
            period("7", "12:35", "13:16"),
            period("8", "13:20", "14:20"));

    private static final List<Period> LATER = List.of(
            period("1", "08:20", "09:01"),
            period("2", "09:05", "09:46"),
            period("3", "09:51", "10:35"),
            period("4", "10:40", "11:21"),
            period("5", "11:25", "12:06"),
            period("6", "12:10", "12:51"),
            period("7", "12:55", "13:36"),
            period("8", "13:40", "14:40"));

    public static final School BRONX_LAB = new School("11X265", "Bronx Lab School", "Bronx Lab", EAST, 450, EARLY);
    public static final School SOCIAL_JUSTICE =
            new School("07X427", "Community School for Social Justice", "Social Justice", SOUTH, 320, EARLY);
    public static final School HARBOR_POINT =
            new School("11X909", "Harbor Point Academy", "Harbor Point", EAST, 280, LATER);

    public static final List<School> ALL = List.of(BRONX_LAB, SOCIAL_JUSTICE, HARBOR_POINT);

    private static Period period(String name, String start, String end) {
        return new Period(name, LocalTime.parse(start), LocalTime.parse(end));
    }

    /** The period whose absence mark starts outreach. */
    public Period trigger() {
        return periods.getFirst();
    }

    /** Local time at which calls may begin: the trigger period's end and three minutes. */
    public LocalTime cutOff() {
        return trigger().end().plusMinutes(3);
    }
}
